-- The rollups of those concerned, made anew from their events.
INSERT INTO adjustment
SELECT 1, ${columns} FROM events AS e
WHERE e.superseded IS NULL AND e.creator IN (SELECT creator FROM affected);

DELETE FROM revenue_rollup WHERE creator IN (SELECT creator FROM affected);
INSERT INTO revenue_rollup
SELECT ${revenue}
FROM (
  SELECT * FROM adjustment WHERE sign = 1 AND amount IS NOT NULL AND state IS NOT NULL) AS e
GROUP BY ALL
ORDER BY creator, bucket;

DELETE FROM audience_rollup WHERE creator IN (SELECT creator FROM affected);
INSERT INTO audience_rollup
SELECT ${audience}
FROM (SELECT * FROM adjustment WHERE sign = 1) AS e
WHERE e.type BETWEEN 'view'::event_type AND 'session'::event_type
GROUP BY ALL;

DELETE FROM coverage WHERE creator IN (SELECT creator FROM affected);
INSERT INTO coverage
SELECT e.creator, a.source, min(e.time), max(e.time), count(*)
FROM events AS e JOIN audience AS a ON a.audience = e.audience
WHERE e.creator IN (SELECT creator FROM affected)
GROUP BY ALL;
