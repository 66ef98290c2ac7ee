-- The chunk's additions to the rollups: its events, and what it changed in earlier ones.
INSERT INTO revenue_rollup
SELECT ${revenue}
FROM (
  SELECT 1 AS sign, ${columns} FROM events AS e
  WHERE e.chunk = ${chunk} AND e.superseded IS NULL AND e.amount IS NOT NULL AND e.state IS NOT NULL
  UNION ALL
  SELECT * FROM adjustment WHERE amount IS NOT NULL AND state IS NOT NULL
) AS e
GROUP BY ALL;

INSERT INTO audience_rollup
SELECT ${audience}
FROM events AS e
WHERE e.chunk = ${chunk} AND e.superseded IS NULL
  AND e.type BETWEEN 'view'::event_type AND 'session'::event_type
GROUP BY ALL;

INSERT INTO coverage
SELECT e.creator, a.source, min(e.time), max(e.time), count(*)
FROM events AS e JOIN audience AS a ON a.audience = e.audience
WHERE e.chunk = ${chunk}
GROUP BY ALL;
