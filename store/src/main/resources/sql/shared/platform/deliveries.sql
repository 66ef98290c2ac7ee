-- Commits that brought events of a period: what they took in and refused, and how long after the newest
-- of their events of the period they were made.
SELECT k.chunk, k.recorded, k.accepted, k.rejected, b.newest
FROM chunk AS k
JOIN (
  SELECT e.chunk, max(e.time) AS newest FROM events AS e WHERE e.time >= ? AND e.time < ? GROUP BY e.chunk
) AS b ON b.chunk = k.chunk
ORDER BY k.chunk NULLS LAST
