-- What every named fan of all creators watched and paid in two periods, one fan after another: views by what the
-- event itself says of its content, and sales. Who was erased has no name.
SELECT
  a.fan, a.late, a.day, a.content, a.label, a.length_ms,
  CAST(sum(a.views) AS BIGINT) AS views, CAST(sum(a.amount) AS BIGINT) AS amount, a.currency
FROM (
  SELECT
    e.fan, CASE WHEN e.time >= ? THEN 1 ELSE 0 END AS late, ${shared/audience/day} AS day,
    coalesce(e.content, -1) AS content, coalesce(l.label, 0) AS label, coalesce(e.duration_ms, 0) AS length_ms,
    CASE WHEN e.type = 'view' THEN coalesce(e.quantity, 1) ELSE 0 END AS views,
    CASE WHEN k.sign > 0 THEN coalesce(e.amount, 0) ELSE 0 END AS amount,
    CASE WHEN k.sign > 0 THEN coalesce(e.currency, -1) ELSE -1 END AS currency
  FROM events AS e
  JOIN event_types AS k ON k.type = e.type
  JOIN fan AS f ON f.fan = e.fan
  LEFT JOIN (${shared/platform/market_labels}) AS l
    ON l.said_type = ${engine/said_type} AND l.category = ${engine/said_category}
  WHERE e.superseded IS NULL AND (e.type = 'view' OR k.sign > 0) AND e.time >= ? AND e.time < ?
) AS a
GROUP BY a.fan, a.late, a.day, a.content, a.label, a.length_ms, a.currency
ORDER BY a.fan NULLS LAST
