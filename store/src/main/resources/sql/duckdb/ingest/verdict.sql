-- What becomes of rows whose id occurs more than once, as a number beside the faults': 0 current,
-- 100 conflict (another body; the first is kept), 101 duplicate (the same body), 102 history (a later
-- state is known). Of totals so far, as of estimates, the last that came counts.
--
-- Most of them are an amount and its corrections, all new: different states of one event. They need
-- no comparison of bodies.
CREATE OR REPLACE TEMP TABLE chain AS
SELECT id, max(state) AS state, count(*) - 1 AS corrections
FROM stage
WHERE fault = 0 AND id IN (SELECT id FROM twin) AND id NOT IN (SELECT id FROM seen)
GROUP BY id
HAVING count(*) = bit_count(bit_or(1 << enum_code(state)::INTEGER))
  AND min(type) = max(type) AND min(creator) = max(creator);

UPDATE stage SET fault = 102
FROM chain WHERE stage.fault = 0 AND stage.id = chain.id AND stage.state < chain.state;

CREATE OR REPLACE TEMP TABLE verdict AS
WITH candidate AS MATERIALIZED (
  SELECT line, id, type, creator, state, so_far, ${duckdb/ingest/body} AS body
  FROM stage AS e
  WHERE fault = 0 AND id IN (
    SELECT id FROM twin WHERE id NOT IN (SELECT id FROM chain) UNION ALL SELECT id FROM seen)
),
repeated AS (SELECT id, body, min(line) AS line FROM candidate GROUP BY id, body),
fresh AS (
  SELECT c.*
  FROM candidate AS c JOIN repeated AS r ON r.id = c.id AND r.body = c.body AND r.line = c.line
),
-- Versions matter only where something new came.
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
  SELECT f.id, f.line, f.state, f.so_far, f.type = o.type AND f.creator = o.creator AS same
  FROM fresh AS f JOIN first_of AS o ON o.id = f.id
  UNION ALL
  SELECT id, 0 AS line, state, false AS so_far, true AS same FROM stored
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY id, state ORDER BY line) AS nth
  FROM version WHERE same
),
kept AS (SELECT * FROM ranked WHERE nth = 1 OR state = 'estimated' OR so_far),
winner AS (
  SELECT id, line,
    row_number() OVER (PARTITION BY id ORDER BY state DESC NULLS LAST, line DESC) AS place
  FROM kept
),
closed AS (
  SELECT id FROM stored GROUP BY id HAVING count(*) FILTER (superseded IS NULL) = 0
)
SELECT
  c.line, c.id,
  CASE
    WHEN f.line IS NULL THEN 101
    WHEN k.line IS NULL THEN 100
    WHEN w.place = 1 AND c.id NOT IN (SELECT id FROM closed) THEN 0
    ELSE 102
  END::UTINYINT AS fault
FROM candidate AS c
LEFT JOIN fresh AS f ON f.line = c.line
LEFT JOIN kept AS k ON k.id = c.id AND k.line = c.line
LEFT JOIN winner AS w ON w.id = c.id AND w.line = c.line;

UPDATE stage SET fault = v.fault FROM verdict AS v WHERE stage.line = v.line AND v.fault > 0;
