-- What came back of each product of one creator within a time. A reversal that names no product is that of its sale.
SELECT
  coalesce(p.name, q.name) AS product, m.code AS currency, coalesce(e.won, false) AS won,
  count(*) AS returns, CAST(sum(CAST(e.amount AS DECIMAL(38,0))) AS DOUBLE) AS amount
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN currency AS m ON m.currency = e.currency
LEFT JOIN product AS p ON p.product = e.product
LEFT JOIN events AS s ON s.id = e.refers_to AND s.creator = e.creator AND s.superseded IS NULL
LEFT JOIN product AS q ON q.product = s.product
WHERE e.creator = ? AND e.superseded IS NULL AND e.time >= ? AND e.time < ? AND k.reversal
  AND coalesce(p.name, q.name) IS NOT NULL
GROUP BY coalesce(p.name, q.name), m.code, coalesce(e.won, false)
ORDER BY product NULLS LAST, currency NULLS LAST, won NULLS LAST
