-- What each product of one creator sold in a period and what came back, by day and currency. A
-- reversal that names no product is that of its sale.
SELECT
  coalesce(p.name, q.name, 'unknown') AS product,
  coalesce(CAST(e.stream AS STRING), 'merchandise') AS stream,
  CAST(e.time AS DATE) AS day, m.code AS currency,
  k.reversal AS reversal,
  coalesce(e.won, false) AS won,
  count(*) AS events, sum(CAST(e.amount AS DECIMAL(38,0))) AS amount
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN currency AS m ON m.currency = e.currency
LEFT JOIN product AS p ON p.product = e.product
LEFT JOIN events AS s ON s.id = e.refers_to AND s.creator = e.creator AND s.superseded IS NULL
LEFT JOIN product AS q ON q.product = s.product
WHERE e.creator = ? AND e.superseded IS NULL AND e.state IS NOT NULL AND e.type <> 'cost'
  AND ${shared/metrics/in_period}
GROUP BY coalesce(p.name, q.name, 'unknown'), coalesce(CAST(e.stream AS STRING), 'merchandise'),
  CAST(e.time AS DATE), m.code, k.reversal,
  coalesce(e.won, false)
ORDER BY product NULLS LAST, stream NULLS LAST, day NULLS LAST, currency NULLS LAST
