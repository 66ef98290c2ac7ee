-- Estimates of one creator that are final or paid by now: what was first said and what it became.
WITH estimate AS (
  SELECT e.*, row_number() OVER (PARTITION BY e.id ORDER BY e.chunk NULLS LAST, e.amount NULLS LAST) AS nth
  FROM events AS e
  WHERE e.creator = ? AND e.type <> 'cost' AND e.state = 'estimated'
    AND e.superseded IS NOT NULL AND e.time >= ? AND e.time < ?
),
settled AS (
  SELECT e.* FROM events AS e
  WHERE e.creator = ? AND e.superseded IS NULL AND e.state IN ('final', 'paid')
)
SELECT
  e.time, CAST(e.stream AS STRING) AS stream, a.source,
  e.amount AS estimated, m.code AS estimated_currency,
  s.amount AS settled, n.code AS settled_currency
FROM estimate AS e
-- A refund of the estimate names it, too, and settles nothing.
JOIN settled AS s ON s.type = e.type AND (s.id = e.id OR s.refers_to = e.id)
JOIN audience AS a ON a.audience = e.audience
JOIN currency AS m ON m.currency = e.currency
JOIN currency AS n ON n.currency = s.currency
WHERE e.nth = 1
ORDER BY e.time NULLS LAST, stream NULLS LAST, a.source NULLS LAST
