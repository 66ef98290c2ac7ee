-- Which ids were said to be one fan, or no longer, before a time; later words stand later.
SELECT e.fan, e.other_fan, CASE WHEN e.type = 'identity.linked' THEN 1 ELSE 0 END AS linked
FROM events AS e
JOIN fan AS f ON f.fan = e.fan
JOIN fan AS g ON g.fan = e.other_fan
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ?
  AND (e.type = 'identity.linked' OR e.type = 'identity.unlinked')
ORDER BY e.time NULLS LAST, e.chunk NULLS LAST, e.id NULLS LAST
