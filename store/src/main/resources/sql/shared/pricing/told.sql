-- What fans said about prices of one creator's products, and prices that were observed, own and others', within a
-- time, oldest first.
SELECT
  CAST(e.type AS STRING) AS type, p.name AS product, e.time, e.amount, m.code AS currency, e.attributes,
  coalesce(CAST(e.fan AS STRING), CAST(e.id AS STRING)) AS person
FROM events AS e
JOIN product AS p ON p.product = e.product
LEFT JOIN currency AS m ON m.currency = e.currency
WHERE e.creator = ? AND e.superseded IS NULL AND e.time >= ? AND e.time < ?
  AND e.type IN ('survey.van_westendorp', 'survey.gabor_granger', 'price.observed')
ORDER BY e.time NULLS LAST, e.id NULLS LAST
