-- Rows that say what is stored already. A semi-join: it costs half of a join with distinct pairs.
UPDATE stage AS e SET fault = 101
WHERE e.fault = 0 AND (e.id, ${duckdb/ingest/body}) IN (SELECT id, body FROM seen);
