-- The chunk's additions to the rollup of behaviour, and until when each creator's data reach.
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
