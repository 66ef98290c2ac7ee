-- Stored versions that a later one of the same id replaces.
CREATE OR REPLACE TEMP TABLE retired AS
SELECT s.row FROM seen AS s
WHERE s.superseded IS NULL
  AND s.id IN (SELECT id FROM verdict WHERE fault = 0);

INSERT INTO adjustment
SELECT -1, ${shared/rollup/columns} FROM events AS e WHERE e.rowid IN (SELECT row FROM retired);

UPDATE events SET superseded = ${chunk} WHERE rowid IN (SELECT row FROM retired);
