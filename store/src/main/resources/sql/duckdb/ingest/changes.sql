-- The chunk's events as they were staged, and what was changed since.
${duckdb/ingest/taken}
UNION ALL
SELECT * FROM adjustment
