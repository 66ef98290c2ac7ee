-- The rejects of a batch, as they came.
CREATE OR REPLACE TEMP TABLE replay AS
SELECT reject, row_number() OVER (ORDER BY chunk, line) AS line, raw, ${fields}
FROM rejects WHERE replayed IS NULL AND batch = ${batch}
