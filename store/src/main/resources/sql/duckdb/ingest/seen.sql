-- Versions of the chunk's ids that are stored already. One scan of the stored ids: the join builds
-- on the chunk.
CREATE OR REPLACE TEMP TABLE seen AS
SELECT e.rowid AS row, e.id, e.type, e.creator, e.state, e.superseded, ${duckdb/ingest/body} AS body
FROM events AS e WHERE e.id IN (SELECT id FROM stage WHERE fault = 0);
