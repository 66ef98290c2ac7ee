-- One creator's revenue of one stream in 15-minute buckets, each in the currency it was paid in.
-- A reversal whose sale is unknown counts in the stream that sells most on its platform, or in
-- merchandise where the platform sold nothing.
WITH sold AS (
  SELECT a.source, CAST(r.stream AS VARCHAR) AS stream, sum(r.sales) AS sales
  FROM revenue_rollup AS r JOIN audience AS a ON a.audience = r.audience
  WHERE r.creator = ? AND r.stream IS NOT NULL
  GROUP BY a.source, CAST(r.stream AS VARCHAR)
),
home AS (
  SELECT source, stream,
    row_number() OVER (PARTITION BY source ORDER BY sales DESC NULLS LAST, stream NULLS LAST) AS place
  FROM sold
)
SELECT
  r.bucket, a.source, a.country, a.age_band, a.gender, CAST(r.state AS VARCHAR) AS state,
  m.code AS currency,
  sum(r.gross) AS gross, sum(r.fee) AS fee, sum(r.tax) AS tax, sum(r.refunds) AS refunds,
  sum(r.chargebacks) AS chargebacks, sum(r.quantity) AS quantity, sum(r.sales) AS sales
FROM revenue_rollup AS r
JOIN audience AS a ON a.audience = r.audience
JOIN currency AS m ON m.currency = r.currency
LEFT JOIN home AS h ON h.source = a.source AND h.place = 1
WHERE r.creator = ? AND r.bucket >= ? AND r.bucket < ?
  AND coalesce(CAST(r.stream AS VARCHAR), h.stream, 'merchandise') = ?
GROUP BY r.bucket, a.source, a.country, a.age_band, a.gender, CAST(r.state AS VARCHAR), m.code
HAVING sum(r.gross) <> 0 OR sum(r.fee) <> 0 OR sum(r.tax) <> 0 OR sum(r.refunds) <> 0
  OR sum(r.chargebacks) <> 0 OR sum(r.quantity) <> 0 OR sum(r.sales) <> 0
ORDER BY r.bucket NULLS LAST, a.source NULLS LAST, a.country NULLS LAST, a.age_band NULLS LAST,
  a.gender NULLS LAST, CAST(r.state AS VARCHAR) NULLS LAST, m.code NULLS LAST
