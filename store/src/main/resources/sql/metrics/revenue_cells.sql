-- One creator's revenue of one stream in 15-minute buckets, each in the currency it was paid in,
-- when every row has its stream; revenue_cells_with_unplaced.sql gives the same when some lack it.
-- Sums come before the joins: a report reads thousands of cells and few audiences.
WITH cell AS (
  SELECT r.bucket, r.audience, r.state, r.currency,
    sum(r.gross) AS gross, sum(r.fee) AS fee, sum(r.tax) AS tax, sum(r.refunds) AS refunds,
    sum(r.chargebacks) AS chargebacks, sum(r.quantity) AS quantity, sum(r.sales) AS sales
  FROM revenue_rollup AS r
  WHERE r.creator = ? AND r.bucket >= ? AND r.bucket < ? AND CAST(r.stream AS VARCHAR) = ?
  GROUP BY r.bucket, r.audience, r.state, r.currency
)
SELECT
  c.bucket, a.source, a.country, a.age_band, a.gender, CAST(c.state AS VARCHAR) AS state,
  m.code AS currency,
  sum(c.gross) AS gross, sum(c.fee) AS fee, sum(c.tax) AS tax, sum(c.refunds) AS refunds,
  sum(c.chargebacks) AS chargebacks, sum(c.quantity) AS quantity, sum(c.sales) AS sales
FROM cell AS c
JOIN audience AS a ON a.audience = c.audience
JOIN currency AS m ON m.currency = c.currency
GROUP BY c.bucket, a.source, a.country, a.age_band, a.gender, CAST(c.state AS VARCHAR), m.code
HAVING sum(c.gross) <> 0 OR sum(c.fee) <> 0 OR sum(c.tax) <> 0 OR sum(c.refunds) <> 0
  OR sum(c.chargebacks) <> 0 OR sum(c.quantity) <> 0 OR sum(c.sales) <> 0
ORDER BY c.bucket NULLS LAST, a.source NULLS LAST, a.country NULLS LAST, a.age_band NULLS LAST,
  a.gender NULLS LAST, CAST(c.state AS VARCHAR) NULLS LAST, m.code NULLS LAST
