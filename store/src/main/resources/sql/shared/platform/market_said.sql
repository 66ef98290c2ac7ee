-- What was said of contents by events that are no person's, the last word last: one person's event must not
-- decide where another person counts.
SELECT e.content, l.label
FROM events AS e
JOIN (${shared/platform/market_labels}) AS l
  ON l.said_type = ${engine/said_type} AND l.category = ${engine/said_category}
WHERE e.superseded IS NULL AND e.time < ? AND e.fan IS NULL AND e.content IS NOT NULL
ORDER BY e.time NULLS LAST, l.label NULLS LAST
