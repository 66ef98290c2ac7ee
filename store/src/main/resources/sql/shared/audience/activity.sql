-- What each named fan of one creator did on each day of UTC before a time, oldest day first: behaviour,
-- and sales that are no subscription's, since a renewal is nobody's doing. Who was erased has no name.
-- Leaving is told apart: it is no activity.
SELECT
  e.fan, ${shared/audience/day} AS day, e.audience,
  CAST(coalesce(sum(e.quantity) FILTER (WHERE e.type <> 'unfollow' AND k.sign = 0), 0)
    + count(*) FILTER (WHERE k.sign > 0) AS BIGINT) AS actions,
  CAST(coalesce(sum(e.quantity) FILTER (WHERE e.type = 'view'), 0) AS BIGINT) AS views,
  CAST(coalesce(sum(e.watch_ms), 0) AS BIGINT) AS watch_ms,
  CAST(count(*) FILTER (WHERE e.completed) AS BIGINT) AS completed,
  CAST(coalesce(sum(e.quantity) FILTER (WHERE e.type = 'like'), 0) AS BIGINT) AS likes,
  CAST(coalesce(sum(e.quantity) FILTER (WHERE e.type = 'comment'), 0) AS BIGINT) AS comments,
  CAST(coalesce(sum(e.quantity) FILTER (WHERE e.type = 'share'), 0) AS BIGINT) AS shares,
  CAST(coalesce(sum(e.quantity) FILTER (WHERE e.type = 'follow'), 0) AS BIGINT) AS follows,
  CAST(coalesce(sum(e.quantity) FILTER (WHERE e.type = 'unfollow'), 0) AS BIGINT) AS unfollows,
  CAST(count(*) FILTER (WHERE k.sign > 0) AS BIGINT) AS purchases
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN fan AS f ON f.fan = e.fan
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ?
  AND (k.interaction OR (k.sign > 0 AND NOT k.subscription))
GROUP BY e.fan, ${shared/audience/day}, e.audience
ORDER BY day NULLS LAST, e.fan NULLS LAST, e.audience NULLS LAST
