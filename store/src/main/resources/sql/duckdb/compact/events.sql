-- What came since the last compaction, sorted, so that one creator's rows lie together; then the rollups of
-- behaviour and coverage merged. The revenue rollup has compact/revenue.sql of its own.
-- Its rows go in once more, sorted, before they go out where they were: a copy beside the log would cost a fifth more.
CREATE OR REPLACE TEMP TABLE tail AS
SELECT
  (SELECT coalesce(max(rowid), -1) FROM events) AS last_row,
  (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM store_info WHERE key = 'compacted') AS compacted;
INSERT INTO events
SELECT * FROM events WHERE chunk > (SELECT compacted FROM tail) ORDER BY creator, time;
DELETE FROM events
WHERE chunk > (SELECT compacted FROM tail) AND rowid <= (SELECT last_row FROM tail);
DROP TABLE tail;
DELETE FROM store_info WHERE key = 'compacted';
INSERT INTO store_info SELECT 'compacted', CAST(max(chunk) AS VARCHAR) FROM chunk HAVING max(chunk) IS NOT NULL;

CREATE OR REPLACE TEMP TABLE merged AS
SELECT
  creator, bucket, type, audience, CAST(sum(events) AS BIGINT) AS events,
  CAST(sum(interactions) AS BIGINT) AS interactions, CAST(sum(watch_ms) AS BIGINT) AS watch_ms,
  CAST(sum(completed) AS BIGINT) AS completed
FROM audience_rollup
GROUP BY ALL;
DELETE FROM audience_rollup;
INSERT INTO audience_rollup SELECT * FROM merged ORDER BY creator, bucket;
DROP TABLE merged;

CREATE OR REPLACE TEMP TABLE merged AS
SELECT creator, source, min(first) AS first, max(newest) AS newest, CAST(sum(events) AS BIGINT) AS events
FROM coverage
GROUP BY ALL;
DELETE FROM coverage;
INSERT INTO coverage SELECT * FROM merged;
DROP TABLE merged;
