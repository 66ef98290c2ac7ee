-- What each content of one creator brought between two times: views, and the gross of sales that name
-- it by day and currency. Views stand under currency and day 0.
SELECT
  c.name AS content, coalesce(m.code, '') AS currency,
  CASE WHEN e.currency IS NULL THEN 0 ELSE ${shared/audience/day} END AS day,
  CAST(coalesce(sum(CAST(e.quantity AS DECIMAL(38,0))) FILTER (WHERE e.type = 'view'), 0) AS BIGINT) AS views,
  CAST(coalesce(sum(CAST(e.amount AS DECIMAL(38,0))) FILTER (WHERE k.sign > 0), 0) AS BIGINT) AS gross
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN content AS c ON c.content = e.content
LEFT JOIN currency AS m ON m.currency = e.currency
WHERE e.creator = ? AND e.superseded IS NULL AND e.time >= ? AND e.time < ?
  AND (e.type = 'view' OR (k.sign > 0 AND e.amount IS NOT NULL))
GROUP BY c.name, coalesce(m.code, ''), CASE WHEN e.currency IS NULL THEN 0 ELSE ${shared/audience/day} END
ORDER BY content NULLS LAST, currency NULLS LAST, day NULLS LAST
