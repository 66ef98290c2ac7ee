-- The newest event of each commit, machines' not counted.
SELECT e.chunk, max(e.time) AS newest
FROM events AS e
JOIN event_types AS k ON k.type = e.type
WHERE k.interaction OR k.sign <> 0 OR k.subscription
GROUP BY e.chunk
ORDER BY e.chunk NULLS LAST
