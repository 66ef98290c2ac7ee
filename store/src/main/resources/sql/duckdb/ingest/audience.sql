-- Combinations of platform, country and group that come for the first time.
INSERT INTO audience
SELECT
  (SELECT coalesce(max(audience), 0) FROM audience) + row_number() OVER (),
  came.source, came.country, came.age_band, came.gender, came.device
FROM (
  SELECT DISTINCT source, upper(country) AS country, age_band, gender, device
  FROM (${relation})
  WHERE line BETWEEN ${first} AND ${last} AND source IS NOT NULL AND error_reason IS NULL
    AND strlen(source) BETWEEN 1 AND 64 AND NOT too_long(country, 2) AND NOT too_long(age_band, 64)
    AND NOT too_long(gender, 64) AND NOT too_long(device, 64)
) AS came
WHERE NOT EXISTS (
  SELECT 1 FROM audience AS a
  WHERE a.source = came.source
    AND a.country IS NOT DISTINCT FROM came.country
    AND a.age_band IS NOT DISTINCT FROM came.age_band
    AND a.gender IS NOT DISTINCT FROM came.gender
    AND a.device IS NOT DISTINCT FROM came.device);
