-- Rows of the revenue rollup: all, merged, and in how many sorted runs how many lie.
SELECT
  (SELECT count(*) FROM revenue_rollup),
  sum(CAST(value AS BIGINT)) FILTER (key = 'merged_rows'),
  count(*) FILTER (key = 'sorted_run'),
  sum(CAST(value AS BIGINT)) FILTER (key = 'sorted_run')
FROM store_info
WHERE key IN ('merged_rows', 'sorted_run');
