-- Refunds and chargebacks without their sale: those whose stream is told beside, and those of which not
-- even that is known. A fee or a tax with a row of its own is none.
SELECT
  count(*) FILTER (WHERE e.stream IS NOT NULL) AS told,
  count(*) FILTER (WHERE e.stream IS NULL) AS untold
FROM events AS e
JOIN event_types AS k ON k.type = e.type
LEFT JOIN events AS s ON s.id = e.refers_to AND s.creator = e.creator AND s.superseded IS NULL
WHERE k.reversal AND e.superseded IS NULL AND s.id IS NULL AND e.amount <> 0
