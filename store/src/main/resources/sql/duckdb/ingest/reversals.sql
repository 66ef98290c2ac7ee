-- A reversal belongs to the stream of its sale. Run twice: a won-back chargeback may refer to the
-- chargeback, which refers to the sale.
CREATE OR REPLACE TEMP TABLE resolved AS
SELECT e.row, any_value(e.chunk) AS chunk, any_value(t.stream) AS stream
FROM reference AS r
JOIN reference_end AS e ON e.id = r.event AND reverses(e.type)
JOIN reference_end AS t ON t.id = r.target AND t.creator = e.creator AND t.stream IS NOT NULL
WHERE e.stream IS DISTINCT FROM t.stream
GROUP BY e.row;

INSERT INTO adjustment
SELECT -1, ${shared/rollup/columns} FROM events AS e
WHERE e.rowid IN (SELECT row FROM resolved);

UPDATE events SET stream = resolved.stream FROM resolved WHERE events.rowid = resolved.row;
UPDATE reference_end SET stream = resolved.stream FROM resolved WHERE reference_end.row = resolved.row;

INSERT INTO adjustment
SELECT 1, ${shared/rollup/columns} FROM events AS e
WHERE e.rowid IN (SELECT row FROM resolved);
