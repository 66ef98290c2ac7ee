-- The rollups of those concerned, made anew from their events.
INSERT INTO adjustment
SELECT 1, ${shared/rollup/columns} FROM events AS e
WHERE e.superseded IS NULL AND e.creator IN (SELECT creator FROM affected);

DELETE FROM revenue_rollup WHERE creator IN (SELECT creator FROM affected);
INSERT INTO revenue_rollup
${shared/rollup/revenue events=duckdb/undo/counted}
ORDER BY creator, bucket;

DELETE FROM audience_rollup WHERE creator IN (SELECT creator FROM affected);
INSERT INTO audience_rollup
${shared/rollup/audience events=duckdb/undo/counted};

DELETE FROM coverage WHERE creator IN (SELECT creator FROM affected);
INSERT INTO coverage
${shared/rollup/coverage events=duckdb/undo/stored};
