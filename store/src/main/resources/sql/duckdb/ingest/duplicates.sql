-- Rows that say what is stored already.
UPDATE stage AS e SET fault = 101
FROM (SELECT DISTINCT id, body FROM seen) AS s
WHERE e.fault = 0 AND e.id = s.id AND ${duckdb/ingest/body} = s.body;
