-- Every pair of type and category that any event before a time says, with its number.
SELECT s.said_type, s.category, row_number() OVER (ORDER BY s.said_type NULLS LAST, s.category NULLS LAST) AS label
FROM (
  SELECT DISTINCT ${engine/said_type} AS said_type, ${engine/said_category} AS category
  FROM events AS e
  WHERE e.superseded IS NULL AND e.time < ?
    AND (e.attributes LIKE '%"content_type"%' OR e.attributes LIKE '%"category"%')
) AS s
ORDER BY label NULLS LAST
