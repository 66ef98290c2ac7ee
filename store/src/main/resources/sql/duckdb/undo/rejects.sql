-- Rows of the batch that were refused.
SELECT count(*) FROM rejects WHERE chunk IN (SELECT chunk FROM chunk WHERE batch = ${batch})
