-- Reversals whose sale is gone are of no stream but the one that their sender named. Run twice: a
-- chargeback that was won back may refer to the chargeback, which refers to the sale.
CREATE OR REPLACE TEMP TABLE orphan AS
SELECT e.rowid AS row, e.id, e.refers_to AS target, e.type,
  try_cast(attribute(e.attributes, '$.stream') AS revenue_stream) AS stream
FROM events AS e
WHERE reverses(e.type) AND e.superseded IS NULL
  AND e.refers_to IN (SELECT id FROM gone UNION ALL SELECT id FROM unsettled)
  AND NOT EXISTS (
    SELECT 1 FROM events AS t
    WHERE t.id = e.refers_to AND t.creator = e.creator AND t.stream IS NOT NULL);

UPDATE events SET stream = orphan.stream FROM orphan WHERE events.rowid = orphan.row;
INSERT INTO unsettled SELECT id FROM orphan WHERE stream IS NULL;

INSERT INTO pending_reference
SELECT o.target, o.id, o.type FROM orphan AS o
WHERE o.stream IS NULL
  AND NOT EXISTS (SELECT 1 FROM pending_reference AS p WHERE p.event = o.id AND p.target = o.target);
