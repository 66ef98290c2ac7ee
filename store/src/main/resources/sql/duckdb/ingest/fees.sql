-- Fee and tax of silent reversals: of the chunk's before they enter the log, and of stored ones that share
-- a sale with them or whose sale came or was revised.
CREATE OR REPLACE TEMP TABLE named AS
SELECT refers_to AS id FROM stage WHERE fault = 0 AND refers_to IS NOT NULL AND reverses(type)
UNION
SELECT target FROM pending_reference WHERE target IN (SELECT id FROM stage WHERE fault = 0)
UNION
SELECT s.id FROM seen AS s JOIN stage AS n ON n.id = s.id AND n.fault = 0 WHERE s.superseded IS NULL;

INSERT INTO named
SELECT e.refers_to FROM events AS e
WHERE e.superseded IS NULL AND e.refers_to IS NOT NULL AND reverses(e.type)
  AND e.id IN (SELECT id FROM named);

CREATE OR REPLACE TEMP TABLE back AS
WITH stored AS (
  SELECT e.rowid AS row, e.* FROM events AS e
  WHERE e.superseded IS NULL AND e.refers_to IS NOT NULL AND reverses(e.type)
    AND (e.fee IS NULL OR e.tax IS NULL) AND e.id NOT IN (SELECT id FROM stage WHERE fault = 0)
),
first_hand AS (SELECT * FROM stored WHERE refers_to IN (SELECT id FROM named)),
both_hands AS (
  SELECT * FROM first_hand
  UNION
  SELECT * FROM stored WHERE refers_to IN (SELECT id FROM first_hand)
)
SELECT
  NULL::BIGINT AS row, s.line, s.id, s.time, s.creator, s.currency, s.amount, s.fee, s.tax,
  CASE WHEN s.won THEN -1 ELSE 1 END AS direction, s.refers_to, s.undone_fee, s.undone_tax
FROM stage AS s
WHERE s.fault = 0 AND s.refers_to IS NOT NULL AND reverses(s.type) AND (s.fee IS NULL OR s.tax IS NULL)
UNION ALL
SELECT
  e.row, NULL, e.id, e.time, e.creator, e.currency, e.amount, e.fee, e.tax,
  CASE WHEN e.won THEN -1 ELSE 1 END, e.refers_to, e.undone_fee, e.undone_tax
FROM both_hands AS e;

CREATE OR REPLACE TEMP TABLE sold AS
SELECT s.id, s.creator, s.currency, s.amount, s.fee, s.tax
FROM stage AS s JOIN event_types AS k ON k.type = s.type AND k.sign > 0
WHERE s.fault = 0 AND s.id IN (SELECT refers_to FROM back)
UNION ALL
SELECT e.id, e.creator, e.currency, e.amount, e.fee, e.tax
FROM events AS e JOIN event_types AS k ON k.type = e.type AND k.sign > 0
WHERE e.superseded IS NULL AND e.id IN (SELECT refers_to FROM back)
  AND e.id NOT IN (SELECT id FROM stage WHERE fault = 0);

CREATE OR REPLACE TEMP TABLE undone AS
${duckdb/ingest/undone};

-- Stores without any need not look for them when sales are revised.
INSERT INTO store_info
SELECT 'silent_reversals', 'true'
WHERE EXISTS (SELECT 1 FROM back) AND NOT EXISTS (SELECT 1 FROM store_info WHERE key = 'silent_reversals');

UPDATE stage SET undone_fee = u.fee, undone_tax = u.tax FROM undone AS u WHERE stage.line = u.line;

DELETE FROM undone
WHERE row IS NULL OR (fee IS NOT DISTINCT FROM old_fee AND tax IS NOT DISTINCT FROM old_tax);
INSERT INTO adjustment
SELECT -1, ${shared/rollup/columns} FROM events AS e WHERE e.rowid IN (SELECT row FROM undone);
UPDATE events SET undone_fee = u.fee, undone_tax = u.tax FROM undone AS u WHERE events.rowid = u.row;
INSERT INTO adjustment
SELECT 1, ${shared/rollup/columns} FROM events AS e WHERE e.rowid IN (SELECT row FROM undone);
