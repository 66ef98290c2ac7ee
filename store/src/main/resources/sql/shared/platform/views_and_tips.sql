-- Views and tips of one creator's known fans in a period, by day and currency.
SELECT ${shared/audience/day} AS day,
  CAST(coalesce(sum(e.quantity) FILTER (WHERE e.type = 'view'), 0) AS BIGINT) AS views,
  CAST(coalesce(sum(e.amount) FILTER (WHERE k.sign > 0 AND CAST(e.stream AS STRING) = 'tips'), 0) AS BIGINT) AS tips,
  coalesce(e.currency, -1) AS currency
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN fan AS f ON f.fan = e.fan
WHERE e.creator = ? AND e.superseded IS NULL AND e.time >= ? AND e.time < ?
GROUP BY ${shared/audience/day}, coalesce(e.currency, -1)
ORDER BY day NULLS LAST, currency NULLS LAST
