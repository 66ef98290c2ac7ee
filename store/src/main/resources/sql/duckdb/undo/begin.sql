-- The commits of the batch, whom they concern, and how those stood before.
CREATE OR REPLACE TEMP TABLE gone_chunk AS SELECT chunk FROM chunk WHERE batch = ${batch};
CREATE OR REPLACE TEMP TABLE gone AS
SELECT id, creator, fan, content, product, audience, superseded
FROM events WHERE chunk IN (SELECT chunk FROM gone_chunk);
CREATE OR REPLACE TEMP TABLE affected AS
SELECT DISTINCT creator FROM (
  SELECT creator FROM gone
  UNION ALL
  SELECT creator FROM events WHERE superseded IN (SELECT chunk FROM gone_chunk)
  UNION ALL
  SELECT creator FROM events WHERE refers_to IN (SELECT id FROM gone));
${duckdb/ingest/watermark};
CREATE OR REPLACE TEMP TABLE adjustment AS
SELECT -1 AS sign, ${shared/rollup/columns} FROM events AS e
WHERE e.superseded IS NULL AND e.creator IN (SELECT creator FROM affected);

-- Other versions of its events, and estimates that it had settled.
CREATE OR REPLACE TEMP TABLE reopened AS
SELECT DISTINCT id FROM (
  SELECT id FROM gone
  UNION ALL
  SELECT id FROM events WHERE superseded IN (SELECT chunk FROM gone_chunk));

DELETE FROM events WHERE chunk IN (SELECT chunk FROM gone_chunk);
DELETE FROM rejects WHERE chunk IN (SELECT chunk FROM gone_chunk);
UPDATE rejects SET replayed = NULL WHERE replayed IN (SELECT chunk FROM gone_chunk);
