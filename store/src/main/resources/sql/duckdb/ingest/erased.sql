-- Events whose person was erased, when they come again: what they say beside that is there already,
-- so neither their name nor a conflict comes back.
UPDATE stage AS d SET fault = 101
FROM (
  SELECT e.id, hash(${duckdb/ingest/said}) AS said
  FROM events AS e
  WHERE (e.fan IN (SELECT fan FROM erased) OR e.other_fan IN (SELECT fan FROM erased))
    AND e.id IN (SELECT id FROM stage WHERE fault = 0)
) AS s, (SELECT e.line, hash(${duckdb/ingest/said}) AS said FROM stage AS e WHERE e.fault = 0) AS n
WHERE d.fault = 0 AND d.line = n.line AND d.id = s.id AND n.said = s.said;
