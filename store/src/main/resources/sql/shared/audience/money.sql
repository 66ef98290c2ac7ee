-- What each fan of one creator brought on each day of UTC before a time, oldest day first, booked as all
-- income is (rollup/net). A reversal that names nobody is of its sale's fan. What no named fan brought
-- stands under fan -1: anonymous payments, advertising, and what erased fans paid. The stream is its
-- place in the list, -1 for one that is not known.
SELECT
  e.fan, ${shared/audience/day} AS day, e.audience,
  CASE CAST(e.stream AS STRING) WHEN 'tips' THEN 0 WHEN 'subscriptions' THEN 1
    WHEN 'advertising' THEN 2 WHEN 'merchandise' THEN 3 ELSE -1 END AS stream,
  e.currency,
  CAST(${shared/rollup/gross} AS BIGINT) AS gross,
  CAST(${shared/rollup/net} AS BIGINT) AS net,
  CAST(count(*) FILTER (WHERE k.sign > 0) AS BIGINT) AS sales,
  CAST(count(*) FILTER (WHERE k.reversal) AS BIGINT) AS reversals
FROM (
  SELECT 1 AS sign, ${shared/rollup/columns}, coalesce(f.fan, g.fan, -1) AS fan
  FROM events AS e
  LEFT JOIN fan AS f ON f.fan = e.fan
  LEFT JOIN events AS s ON s.id = e.refers_to AND s.creator = e.creator AND s.superseded IS NULL
    AND e.fan IS NULL
  LEFT JOIN fan AS g ON g.fan = s.fan
  WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ?
) AS e
JOIN event_types AS k ON k.type = e.type
WHERE e.amount IS NOT NULL AND e.state IS NOT NULL
GROUP BY e.fan, ${shared/audience/day}, e.audience, e.stream, e.currency
ORDER BY day NULLS LAST, e.fan NULLS LAST, e.audience NULLS LAST, stream NULLS LAST, e.currency NULLS LAST
