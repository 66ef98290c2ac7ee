-- The rollup of behaviour from events, whose versions never differ in it.
SELECT
  e.creator, ${engine/bucket} AS bucket, e.type, e.audience, count(*) AS events,
  CAST(sum(e.quantity) AS BIGINT) AS interactions,
  CAST(coalesce(sum(e.watch_ms), 0) AS BIGINT) AS watch_ms,
  count(*) FILTER (WHERE e.completed) AS completed
FROM (${events}) AS e
JOIN event_types AS k ON k.type = e.type
WHERE k.interaction
GROUP BY ALL
