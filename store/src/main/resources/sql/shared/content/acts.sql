-- What was done at contents of one creator before a time, oldest first: fan -1 has no name, kind is a
-- place in the list of view, like, comment, share and follow.
SELECT
  ${shared/audience/day} AS day,
  CAST(EXTRACT(HOUR FROM e.time) * 3600 + EXTRACT(MINUTE FROM e.time) * 60 + floor(EXTRACT(SECOND FROM e.time)) AS BIGINT) AS moment,
  e.content, coalesce(f.fan, -1) AS fan, e.audience,
  CASE CAST(e.type AS STRING) WHEN 'view' THEN 0 WHEN 'like' THEN 1 WHEN 'comment' THEN 2
    WHEN 'share' THEN 3 ELSE 4 END AS kind,
  coalesce(e.quantity, 1) AS quantity, coalesce(e.watch_ms, 0) AS watch_ms,
  coalesce(e.duration_ms, 0) AS duration_ms, CASE WHEN e.completed THEN 1 ELSE 0 END AS completed
FROM events AS e
LEFT JOIN fan AS f ON f.fan = e.fan
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND e.content IS NOT NULL
  AND e.type IN ('view', 'like', 'comment', 'share', 'follow')
ORDER BY e.time NULLS LAST, e.id NULLS LAST
