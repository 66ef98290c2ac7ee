-- Refunds and chargebacks without their sale: those whose stream is told beside, and those of which not
-- even that is known.
SELECT
  count(*) FILTER (e.stream IS NOT NULL) AS told,
  count(*) FILTER (e.stream IS NULL) AS untold
FROM events AS e
WHERE e.superseded IS NULL AND e.type IN ('refund', 'chargeback')
  AND NOT EXISTS (
    SELECT 1 FROM events AS s
    WHERE s.id = e.refers_to AND s.creator = e.creator AND s.superseded IS NULL)
