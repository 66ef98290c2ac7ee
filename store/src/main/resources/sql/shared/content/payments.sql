-- Each sale of one creator before a time with all that came back of it, booked as all income is
-- (rollup/net), oldest first. Fan and content are -1 where there is none with a name; the stream is its
-- place in the list, -1 for one that is not known.
SELECT
  e.sale_day, e.sale_moment, e.fan, e.content, e.sale_stream, e.currency,
  e.began, e.again, e.brand, e.term_days, coalesce(e.product, -1) AS product,
  CAST(${shared/rollup/net} AS BIGINT) AS net
FROM (
  SELECT 1 AS sign, ${shared/rollup/columns},
    coalesce(s.id, e.id) AS sale,
    CAST((EXTRACT(YEAR FROM coalesce(s.time, e.time)) * 100 + EXTRACT(MONTH FROM coalesce(s.time, e.time))) * 100
      + EXTRACT(DAY FROM coalesce(s.time, e.time)) AS BIGINT) AS sale_day,
    CAST(EXTRACT(HOUR FROM coalesce(s.time, e.time)) * 3600 + EXTRACT(MINUTE FROM coalesce(s.time, e.time)) * 60
      + floor(EXTRACT(SECOND FROM coalesce(s.time, e.time))) AS BIGINT) AS sale_moment,
    coalesce(f.fan, -1) AS fan, coalesce(s.content, e.content, -1) AS content,
    CASE CAST(coalesce(s.stream, e.stream) AS STRING) WHEN 'tips' THEN 0 WHEN 'subscriptions' THEN 1
      WHEN 'advertising' THEN 2 WHEN 'merchandise' THEN 3 ELSE -1 END AS sale_stream,
    coalesce(s.product, e.product) AS product,
    CASE WHEN coalesce(s.type, e.type) = 'subscription.started' THEN 1 ELSE 0 END AS began,
    CASE WHEN coalesce(s.type, e.type) = 'subscription.renewed' THEN 1 ELSE 0 END AS again,
    CASE WHEN coalesce(s.type, e.type) = 'brand.deal' THEN 1 ELSE 0 END AS brand,
    CASE WHEN coalesce(s.billing_interval, e.billing_interval) LIKE '%Y%' THEN 365
      WHEN coalesce(s.billing_interval, e.billing_interval) LIKE 'P12M%' THEN 365 ELSE 30 END AS term_days
  FROM events AS e
  JOIN event_types AS t ON t.type = e.type
  LEFT JOIN events AS s ON s.id = e.refers_to AND s.creator = e.creator AND s.superseded IS NULL
    AND t.reversal
  LEFT JOIN fan AS f ON f.fan = coalesce(s.fan, e.fan)
  WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND e.amount IS NOT NULL
    AND e.state IS NOT NULL AND (t.sign > 0 OR t.reversal)
) AS e
JOIN event_types AS k ON k.type = e.type
GROUP BY e.sale, e.sale_day, e.sale_moment, e.fan, e.content, e.sale_stream,
  e.currency, e.began, e.again, e.brand, e.term_days, e.product
ORDER BY e.sale_day NULLS LAST, e.sale_moment NULLS LAST, e.sale NULLS LAST, e.currency NULLS LAST
