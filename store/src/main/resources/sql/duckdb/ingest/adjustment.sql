-- Stored events whose part in the rollups changes: taken out with -1, put back with 1.
CREATE OR REPLACE TEMP TABLE adjustment AS
SELECT 1 AS sign, ${shared/rollup/columns} FROM events AS e LIMIT 0;
