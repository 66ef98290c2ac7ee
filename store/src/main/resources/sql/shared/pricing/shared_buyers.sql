-- Products of other creators that buyers of one creator bought, too, within a time, with how many of them did and
-- what the newest of them paid; the last two columns are how many buyers the creator has and when it was bought.
SELECT c.name AS competitor, p.name AS product, m.code AS currency, o.buyers_too, o.price, o.newest, n.buyers
FROM (
  SELECT e.creator, e.product, e.currency, count(DISTINCT e.fan) AS buyers_too, max(e.time) AS newest,
    CAST(round(avg(CAST(e.amount AS DOUBLE) / greatest(coalesce(e.quantity, 1), 1))) AS BIGINT) AS price
  FROM events AS e
  JOIN event_types AS k ON k.type = e.type
  WHERE e.creator <> ? AND e.superseded IS NULL AND e.time >= ? AND e.time < ? AND k.sign > 0
    AND (k.subscription OR CAST(k.stream AS STRING) = 'merchandise')
    AND e.product IS NOT NULL AND e.currency IS NOT NULL AND e.amount > 0
    AND e.fan IN (
      SELECT b.fan FROM events AS b JOIN event_types AS j ON j.type = b.type
      WHERE b.creator = ? AND b.superseded IS NULL AND b.time >= ? AND b.time < ? AND j.sign > 0
        AND b.product IS NOT NULL AND b.fan IS NOT NULL)
  GROUP BY e.creator, e.product, e.currency
) AS o
CROSS JOIN (
  SELECT count(DISTINCT b.fan) AS buyers
  FROM events AS b
  JOIN event_types AS j ON j.type = b.type
  WHERE b.creator = ? AND b.superseded IS NULL AND b.time >= ? AND b.time < ? AND j.sign > 0
    AND b.product IS NOT NULL
) AS n
JOIN creator AS c ON c.creator = o.creator
JOIN product AS p ON p.product = o.product
JOIN currency AS m ON m.currency = o.currency
WHERE o.buyers_too >= 20
ORDER BY o.buyers_too DESC NULLS LAST, competitor NULLS LAST, product NULLS LAST, currency NULLS LAST
LIMIT 10
