-- What was decided for one creator before a time, and for which product if for one.
SELECT e.time, e.attributes, p.name AS product
FROM events AS e
LEFT JOIN product AS p ON p.product = e.product
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND e.type = 'decision.taken'
ORDER BY e.time NULLS LAST, e.id NULLS LAST
