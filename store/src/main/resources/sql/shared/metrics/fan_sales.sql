-- What each fan of one creator paid in a period, by day and currency.
SELECT
  e.fan, CAST(e.time AS DATE) AS day, m.code AS currency, count(*) AS sales,
  sum(CAST(e.amount AS DECIMAL(38,0))) AS gross,
  sum(CAST(e.amount AS DOUBLE) * CAST(e.amount AS DOUBLE)) AS squared
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN currency AS m ON m.currency = e.currency
WHERE e.creator = ? AND e.superseded IS NULL AND k.sign > 0 AND ${shared/metrics/in_period}
GROUP BY e.fan, CAST(e.time AS DATE), m.code
ORDER BY e.fan NULLS LAST, day NULLS LAST, currency NULLS LAST
