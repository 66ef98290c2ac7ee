-- The chunk's additions to the rollups: its events as they were staged, and what was changed since.
INSERT INTO revenue_rollup
SELECT ${revenue}
FROM (
  SELECT 1 AS sign, ${columns} FROM stage AS e
  WHERE e.fault = 0 AND e.amount IS NOT NULL AND e.state IS NOT NULL
  UNION ALL
  SELECT * FROM adjustment WHERE amount IS NOT NULL AND state IS NOT NULL
) AS e
GROUP BY ALL;

INSERT INTO audience_rollup
SELECT ${audience}
FROM stage AS e
WHERE e.fault = 0 AND e.type BETWEEN 'view'::event_type AND 'session'::event_type
GROUP BY ALL;

INSERT INTO coverage
SELECT e.creator, a.source, min(e.time), max(e.time), count(*)
FROM stage AS e JOIN audience AS a ON a.audience = e.audience
WHERE e.fault IN (0, 102)
GROUP BY ALL;
