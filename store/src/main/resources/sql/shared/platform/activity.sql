-- What every named fan of all creators did in a slice, one fan after another, each in the order of time:
-- behaviour, sales, and subscriptions that were cancelled or not paid. Who was erased has no name. The slice
-- has the period's events, and those of commits after one within a span in which events may be late. The act is a place in the list of acts, the stream one in that of streams.
SELECT
  e.fan, ${shared/audience/day} AS day,
  CAST(EXTRACT(HOUR FROM e.time) * 3600 + EXTRACT(MINUTE FROM e.time) * 60 + floor(EXTRACT(SECOND FROM e.time)) AS BIGINT) AS moment,
  CASE WHEN ${engine/whole_day} THEN 1 ELSE 0 END AS whole_day,
  CASE WHEN k.sign > 0 THEN 7 WHEN k.subscription THEN 8 WHEN e.type = 'view' THEN 0 WHEN e.type = 'like' THEN 1
    WHEN e.type = 'comment' THEN 2 WHEN e.type = 'share' THEN 3 WHEN e.type = 'follow' THEN 4
    WHEN e.type = 'unfollow' THEN 5 ELSE 6 END AS act,
  coalesce(e.quantity, 1) AS times, e.creator, coalesce(e.content, -1) AS content,
  coalesce(e.watch_ms, 0) AS watch_ms, coalesce(e.duration_ms, 0) AS length_ms,
  CASE WHEN e.completed THEN 1 ELSE 0 END AS finished, e.audience,
  CASE CAST(e.stream AS STRING) WHEN 'subscriptions' THEN 1 WHEN 'advertising' THEN 2
    WHEN 'merchandise' THEN 3 ELSE 0 END AS stream,
  coalesce(e.amount, 0) AS amount, coalesce(e.currency, -1) AS currency, e.chunk
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN fan AS f ON f.fan = e.fan
WHERE e.superseded IS NULL AND (k.interaction OR k.sign > 0 OR k.subscription)
  AND ((e.time >= ? AND e.time < ?) OR (e.chunk > ? AND e.time >= ? AND e.time < ?))
ORDER BY e.fan NULLS LAST, e.time NULLS LAST
