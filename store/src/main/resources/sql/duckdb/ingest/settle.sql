-- Advertising income whose final figure comes under an id of its own and names the estimate.
CREATE OR REPLACE TEMP TABLE retired AS
SELECT DISTINCT t.row, t.chunk
FROM reference AS r
JOIN reference_end AS e ON e.id = r.event AND e.type = 'ad.revenue'
JOIN reference_end AS t ON t.id = r.target AND t.type = 'ad.revenue' AND t.creator = e.creator
WHERE t.id <> e.id AND (t.state < e.state OR (t.state = 'estimated' AND e.state = 'estimated'));

INSERT INTO adjustment
SELECT -1, ${shared/rollup/columns} FROM events AS e
WHERE e.rowid IN (SELECT row FROM retired);

UPDATE events SET superseded = ${chunk} WHERE rowid IN (SELECT row FROM retired);

-- What found its target waits no longer; what did not, waits.
DELETE FROM pending_reference
WHERE event IN (SELECT event FROM reference) AND target IN (SELECT target FROM reference);

INSERT INTO pending_reference
SELECT r.target, r.event, r.type
FROM reference AS r
JOIN reference_end AS e ON e.id = r.event
LEFT JOIN reference_end AS t ON t.id = r.target AND t.creator = e.creator
WHERE t.id IS NULL OR (reverses(e.type) AND t.stream IS NULL);
