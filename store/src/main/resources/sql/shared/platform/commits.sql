-- The newest event of each commit, machines' not counted. An event that is dated after its commit (a clock
-- that is wrong) reaches no further than the commit's own time.
SELECT n.chunk, least(n.newest, k.recorded) AS newest
FROM (
  SELECT e.chunk, max(e.time) AS newest
  FROM events AS e
  JOIN event_types AS t ON t.type = e.type
  WHERE t.interaction OR t.sign <> 0 OR t.subscription
  GROUP BY e.chunk
) AS n
LEFT JOIN chunk AS k ON k.chunk = n.chunk
ORDER BY n.chunk NULLS LAST
