-- What silent reversals take back of their sale's fee and tax: each the part that belongs to its amount, so
-- that all of them together take back what belongs to all of it; NULL for nothing. In an order that is the
-- same in every store. back: the reversals; sold: their sales.
-- A chargeback that was won back may name the chargeback, which names the sale.
SELECT
  line, row, old_fee, old_tax,
  CASE WHEN fee IS NULL THEN nullif(direction * (belonging(sale_fee, upto, whole)
    - belonging(sale_fee, upto - given_back, whole)), 0)::BIGINT END AS fee,
  CASE WHEN tax IS NULL THEN nullif(direction * (belonging(sale_tax, upto, whole)
    - belonging(sale_tax, upto - given_back, whole)), 0)::BIGINT END AS tax
FROM (
  SELECT
    b.line, b.row, b.fee, b.tax, b.undone_fee AS old_fee, b.undone_tax AS old_tax, b.direction,
    b.direction * b.amount AS given_back, s.fee AS sale_fee, s.tax AS sale_tax, s.amount AS whole,
    sum(b.direction * b.amount) OVER (PARTITION BY s.id ORDER BY b.time, b.direction DESC, b.amount, b.id) AS upto
  FROM back AS b
  LEFT JOIN back AS q ON q.id = b.refers_to AND q.creator = b.creator
  LEFT JOIN sold AS s
    ON s.id = coalesce(q.refers_to, b.refers_to) AND s.creator = b.creator AND s.currency = b.currency
      AND s.amount > 0
)
