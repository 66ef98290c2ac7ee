-- The chunk's events that count, each to be added.
SELECT 1 AS sign, ${shared/rollup/columns} FROM stage AS e WHERE e.fault = 0
