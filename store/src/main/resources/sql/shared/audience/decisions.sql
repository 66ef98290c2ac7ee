-- What was decided for one creator before a time, without draws of randomised holdouts, one a fan.
SELECT e.time, e.attributes
FROM events AS e
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND e.type = 'decision.taken'
  AND NOT (e.content IS NOT NULL AND e.attributes LIKE '%"holdout"%')
ORDER BY e.time NULLS LAST, e.id NULLS LAST
