-- The chunk's additions to the revenue rollup: its events as they were staged, and what was changed
-- since. Sorted, so that a creator's report reads one place in each chunk's additions.
INSERT INTO revenue_rollup
SELECT ${revenue}
FROM (
  SELECT 1 AS sign, ${columns} FROM stage AS e
  WHERE e.fault = 0 AND e.amount IS NOT NULL AND e.state IS NOT NULL
  UNION ALL
  SELECT * FROM adjustment WHERE amount IS NOT NULL AND state IS NOT NULL
) AS e
GROUP BY ALL
ORDER BY creator, bucket;
