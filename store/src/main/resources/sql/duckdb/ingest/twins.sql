-- Ids that come twice in the chunk.
CREATE OR REPLACE TEMP TABLE twin AS
SELECT id FROM stage WHERE fault = 0 GROUP BY id HAVING count(*) > 1;
