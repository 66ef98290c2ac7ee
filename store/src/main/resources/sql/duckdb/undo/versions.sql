-- Of the versions that are left of an event the latest state counts, then the latest that came, unless
-- a final figure under another id has settled it.
CREATE OR REPLACE TEMP TABLE standing AS
SELECT
  e.rowid AS row, e.id,
  row_number() OVER (PARTITION BY e.id ORDER BY e.state DESC NULLS LAST, e.chunk DESC, e.rowid DESC) AS place,
  first_value(e.chunk) OVER (PARTITION BY e.id ORDER BY e.state DESC NULLS LAST, e.chunk DESC, e.rowid DESC)
    AS winner,
  (SELECT max(s.chunk) FROM events AS s
   WHERE s.refers_to = e.id AND s.type = 'ad.revenue' AND e.type = 'ad.revenue' AND s.creator = e.creator
     AND s.id <> e.id AND (e.state < s.state OR (e.state = 'estimated' AND s.state = 'estimated'))) AS settled
FROM events AS e
WHERE e.id IN (SELECT id FROM reopened);

UPDATE events SET superseded = CASE WHEN s.place = 1 THEN s.settled ELSE greatest(s.winner, events.chunk) END
FROM standing AS s WHERE events.rowid = s.row;

-- What waited for others waits no more; what referred to the batch waits again.
DELETE FROM pending_reference WHERE event NOT IN (SELECT id FROM events)
  AND event IN (SELECT id FROM gone);
