-- What came since the last compaction, sorted, so that one creator's rows lie together.
CREATE OR REPLACE TEMP TABLE tail AS
SELECT * FROM events
WHERE chunk > (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM store_info WHERE key = 'compacted');
DELETE FROM events
WHERE chunk > (SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM store_info WHERE key = 'compacted');
INSERT INTO events SELECT * FROM tail ORDER BY creator, time;
DROP TABLE tail;
DELETE FROM store_info WHERE key = 'compacted';
INSERT INTO store_info SELECT 'compacted', CAST(max(chunk) AS VARCHAR) FROM chunk HAVING max(chunk) IS NOT NULL;

CREATE OR REPLACE TEMP TABLE merged AS
SELECT
  creator, bucket, stream, audience, state, currency,
  sum(gross) AS gross, sum(fee) AS fee, sum(tax) AS tax, sum(refunds) AS refunds,
  sum(chargebacks) AS chargebacks, sum(quantity) AS quantity, CAST(sum(sales) AS BIGINT) AS sales
FROM revenue_rollup
GROUP BY ALL;
DELETE FROM revenue_rollup;
INSERT INTO revenue_rollup
SELECT * FROM merged
WHERE gross <> 0 OR fee <> 0 OR tax <> 0 OR refunds <> 0 OR chargebacks <> 0 OR quantity <> 0 OR sales <> 0
ORDER BY creator, bucket;
DROP TABLE merged;

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
