-- Creators who sold about as often as one did before a time, most alike first.
SELECT s.creator
FROM (
  SELECT r.creator, CAST(sum(CAST(r.sales AS DECIMAL(38,0))) AS DOUBLE) AS sales
  FROM revenue_rollup AS r
  WHERE r.bucket < ? AND CAST(r.stream AS STRING) IN ('subscriptions', 'merchandise')
  GROUP BY r.creator
) AS s
CROSS JOIN (
  SELECT CAST(coalesce(sum(CAST(r.sales AS DECIMAL(38,0))), 0) AS DOUBLE) AS sales
  FROM revenue_rollup AS r
  WHERE r.creator = ? AND r.bucket < ? AND CAST(r.stream AS STRING) IN ('subscriptions', 'merchandise')
) AS o
WHERE s.creator <> ? AND s.sales > 0
ORDER BY abs(ln(s.sales + 1) - ln(greatest(o.sales, 0) + 1)) NULLS LAST, s.creator NULLS LAST
LIMIT 30
