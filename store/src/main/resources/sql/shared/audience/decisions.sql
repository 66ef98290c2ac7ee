-- What was decided for one creator before a time.
SELECT e.time, e.attributes
FROM events AS e
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND e.type = 'decision.taken'
ORDER BY e.time NULLS LAST, e.id NULLS LAST
