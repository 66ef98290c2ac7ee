-- What becomes of rows whose id occurs more than once: duplicate (same body), conflict (another
-- body; the first is kept), or a version: current, or history when a later state is known.
CREATE OR REPLACE TEMP TABLE verdict AS
WITH candidate AS (
  SELECT line, id, type, creator, state, ${body} AS body
  FROM stage AS e
  WHERE fault = 0 AND (id IN (SELECT id FROM twin) OR id IN (SELECT id FROM seen))
),
repeated AS (
  SELECT id, body, min(line) AS line FROM candidate
  WHERE id IN (SELECT id FROM twin) GROUP BY id, body
),
marked AS (
  SELECT c.*, b.id IS NOT NULL OR coalesce(c.line > r.line, false) AS duplicate
  FROM candidate AS c
  LEFT JOIN (SELECT DISTINCT id, body FROM seen) AS b ON b.id = c.id AND b.body = c.body
  LEFT JOIN repeated AS r ON r.id = c.id AND r.body = c.body
),
fresh AS (SELECT * FROM marked WHERE NOT duplicate),
-- Versions matter only where something new came: a file read again is all duplicates.
stored AS (SELECT * FROM seen WHERE id IN (SELECT id FROM fresh)),
first_of AS (
  SELECT id, arg_min(type, line) AS type, arg_min(creator, line) AS creator
  FROM (
    SELECT id, type, creator, row - 9000000000000000000 AS line FROM stored
    UNION ALL
    SELECT id, type, creator, line FROM fresh)
  GROUP BY id
),
version AS (
  SELECT f.id, f.line, f.state, f.type = o.type AND f.creator = o.creator AS same
  FROM fresh AS f JOIN first_of AS o ON o.id = f.id
  UNION ALL
  SELECT id, 0 AS line, state, true AS same FROM stored
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY id, state ORDER BY line) AS nth
  FROM version WHERE same
),
kept AS (SELECT * FROM ranked WHERE nth = 1 OR state = 'estimated'),
winner AS (
  SELECT id, line,
    row_number() OVER (PARTITION BY id ORDER BY state DESC NULLS LAST, line DESC) AS place
  FROM kept
),
closed AS (
  SELECT id FROM stored GROUP BY id HAVING count(*) FILTER (superseded IS NULL) = 0
)
SELECT
  m.line, m.id,
  CASE
    WHEN m.duplicate THEN 'duplicate'
    WHEN k.line IS NULL THEN 'conflict'
    WHEN w.place = 1 AND m.id NOT IN (SELECT id FROM closed) THEN 'current'
    ELSE 'history'
  END AS verdict
FROM marked AS m
LEFT JOIN kept AS k ON k.id = m.id AND k.line = m.line
LEFT JOIN winner AS w ON w.id = m.id AND w.line = m.line;
