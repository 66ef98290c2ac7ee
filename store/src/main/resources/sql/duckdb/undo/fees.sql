-- What silent reversals of those concerned take back of their sales' fee and tax, as those are now.
CREATE OR REPLACE TEMP TABLE back AS
SELECT
  e.rowid AS row, NULL::BIGINT AS line, e.id, e.time, e.creator, e.currency, e.amount, e.fee, e.tax,
  CASE WHEN e.won THEN -1 ELSE 1 END AS direction, e.refers_to, e.undone_fee, e.undone_tax
FROM events AS e
WHERE e.superseded IS NULL AND e.refers_to IS NOT NULL AND reverses(e.type)
  AND (e.fee IS NULL OR e.tax IS NULL) AND e.creator IN (SELECT creator FROM affected);

CREATE OR REPLACE TEMP TABLE sold AS
SELECT e.id, e.creator, e.currency, e.amount, e.fee, e.tax
FROM events AS e JOIN event_types AS k ON k.type = e.type AND k.sign > 0
WHERE e.superseded IS NULL AND e.creator IN (SELECT creator FROM affected)
  AND e.id IN (SELECT refers_to FROM back);

CREATE OR REPLACE TEMP TABLE undone AS
${duckdb/ingest/undone};

UPDATE events SET undone_fee = u.fee, undone_tax = u.tax FROM undone AS u WHERE events.rowid = u.row;

-- Those whose sale is gone wait for it again.
INSERT INTO pending_reference
SELECT e.refers_to, e.id, e.type
FROM events AS e JOIN undone AS u ON u.row = e.rowid
WHERE e.fee IS NULL AND u.fee IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM events AS t
    WHERE t.id = e.refers_to AND t.creator = e.creator AND t.superseded IS NULL)
  AND NOT EXISTS (SELECT 1 FROM pending_reference AS p WHERE p.event = e.id AND p.target = e.refers_to);
