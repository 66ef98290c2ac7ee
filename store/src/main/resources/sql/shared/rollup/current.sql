-- Every event as it stands now, each to be added.
SELECT 1 AS sign, ${shared/rollup/columns} FROM events AS e WHERE e.superseded IS NULL
