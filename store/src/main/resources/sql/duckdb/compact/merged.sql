-- Notes that every row of the revenue rollup is merged.
DELETE FROM store_info WHERE key IN ('merged_rows', 'sorted_run');
INSERT INTO store_info SELECT 'merged_rows', CAST(count(*) AS VARCHAR) FROM revenue_rollup;
