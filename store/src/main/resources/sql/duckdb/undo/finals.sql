-- Final figures that named an estimate of the batch wait for it again.
INSERT INTO pending_reference
SELECT e.refers_to, e.id, e.type FROM events AS e
WHERE e.type = 'ad.revenue' AND e.superseded IS NULL AND e.refers_to IN (SELECT id FROM gone)
  AND NOT EXISTS (SELECT 1 FROM events AS t WHERE t.id = e.refers_to AND t.creator = e.creator)
  AND NOT EXISTS (SELECT 1 FROM pending_reference AS p WHERE p.event = e.id AND p.target = e.refers_to);
