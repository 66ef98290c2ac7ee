-- Pairs of currencies that some creator's report needs and that have no rate at all.
SELECT count(*) AS n
FROM (
  SELECT DISTINCT m.code AS paid, p.currency AS wanted
  FROM revenue_rollup AS r
  JOIN creator_profile AS p ON p.creator = r.creator
  JOIN currency AS m ON m.currency = r.currency
  WHERE m.code <> p.currency
) AS pair
WHERE NOT EXISTS (
  SELECT 1 FROM exchange_rate AS x
  WHERE (x.from_currency = pair.paid AND x.to_currency = pair.wanted)
    OR (x.from_currency = pair.wanted AND x.to_currency = pair.paid))
