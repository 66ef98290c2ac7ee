-- For whom it was drawn by chance whether contents of one creator are shown or withheld, before a time,
-- oldest first. Which of both stands in the attributes.
SELECT e.time, e.content, f.fan, e.attributes
FROM events AS e
JOIN fan AS f ON f.fan = e.fan
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND e.type = 'decision.taken'
  AND e.content IS NOT NULL AND e.attributes LIKE '%"holdout"%'
ORDER BY e.time NULLS LAST, e.id NULLS LAST
