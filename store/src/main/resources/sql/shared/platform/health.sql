-- What machines measured in a period, in the order of time.
SELECT a.source, coalesce(p.name, 'value') AS measure, e.time, e.value
FROM events AS e
JOIN audience AS a ON a.audience = e.audience
LEFT JOIN product AS p ON p.product = e.product
WHERE e.type = 'platform.health' AND e.superseded IS NULL AND e.time >= ? AND e.time < ?
ORDER BY e.time NULLS LAST, a.source NULLS LAST, measure NULLS LAST, e.value NULLS LAST
