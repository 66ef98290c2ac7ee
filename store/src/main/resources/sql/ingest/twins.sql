-- Ids that come twice in the chunk, and versions of its ids that are stored already. One scan of
-- the stored ids: the join builds on the chunk.
CREATE OR REPLACE TEMP TABLE twin AS
SELECT id FROM stage WHERE fault = 0 GROUP BY id HAVING count(*) > 1;

CREATE OR REPLACE TEMP TABLE seen AS
SELECT e.rowid AS row, e.id, e.type, e.creator, e.state, e.superseded, ${body} AS body
FROM events AS e WHERE e.id IN (SELECT id FROM stage WHERE fault = 0);
