-- The chunk's additions to the revenue rollup. Sorted, so that a creator's report reads one place in each
-- chunk's additions.
INSERT INTO revenue_rollup
${shared/rollup/revenue events=duckdb/ingest/changes}
ORDER BY creator, bucket;
