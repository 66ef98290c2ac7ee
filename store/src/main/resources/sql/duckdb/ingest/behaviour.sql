-- The chunk's additions to the rollup of behaviour, and until when each creator's data reach.
INSERT INTO audience_rollup
${shared/rollup/audience events=duckdb/ingest/taken};

INSERT INTO coverage
${shared/rollup/coverage events=duckdb/ingest/known};
