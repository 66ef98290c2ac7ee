-- The stream that sells most of one creator's on each platform: a reversal whose sale is unknown
-- counts there.
WITH sold AS (
  SELECT a.source, CAST(r.stream AS STRING) AS stream, sum(r.sales) AS sales
  FROM revenue_rollup AS r JOIN audience AS a ON a.audience = r.audience
  WHERE r.creator = ? AND r.stream IS NOT NULL
  GROUP BY a.source, CAST(r.stream AS STRING)
),
placed AS (
  SELECT source, stream,
    row_number() OVER (PARTITION BY source ORDER BY sales DESC NULLS LAST, stream NULLS LAST) AS place
  FROM sold
)
SELECT source, stream FROM placed WHERE place = 1
