-- References of this chunk, and earlier ones that waited for an event of this chunk.
CREATE OR REPLACE TEMP TABLE reference AS
SELECT e.refers_to AS target, e.id AS event, e.type
FROM events AS e
WHERE e.chunk = ${chunk} AND e.superseded IS NULL AND e.refers_to IS NOT NULL
  AND (e.type = 'ad.revenue' OR (reverses(e.type) AND (e.stream IS NULL OR (e.fee IS NULL AND e.undone_fee IS NULL))))
UNION
SELECT p.target, p.event, p.type
FROM pending_reference AS p
WHERE p.target IN (SELECT id FROM stage WHERE fault = 0)
  OR p.target IN (SELECT event FROM pending_reference)
  OR p.target IN (SELECT refers_to FROM stage WHERE refers_to IS NOT NULL);

CREATE OR REPLACE TEMP TABLE reference_end AS
SELECT e.rowid AS row, e.id, e.chunk, e.type, e.stream, e.creator, e.state
FROM events AS e
WHERE e.superseded IS NULL
  AND e.id IN (SELECT target FROM reference UNION SELECT event FROM reference);
