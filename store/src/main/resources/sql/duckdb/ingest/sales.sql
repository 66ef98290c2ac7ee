-- Reversals take the stream of their sale before they enter the log: changing rows of the
-- transaction's own would make DuckDB write all of them a second time at COMMIT.
UPDATE stage SET stream = sale.stream
FROM (
  SELECT id, creator, any_value(stream) AS stream
  FROM (
    SELECT s.id, s.creator, s.stream FROM stage AS s
    WHERE s.fault = 0 AND s.stream IS NOT NULL
    UNION ALL
    SELECT e.id, e.creator, e.stream FROM events AS e
    WHERE e.superseded IS NULL AND e.stream IS NOT NULL)
  WHERE id IN (
    SELECT r.refers_to FROM stage AS r
    WHERE r.fault = 0 AND reverses(r.type) AND r.refers_to IS NOT NULL)
  GROUP BY id, creator
) AS sale
WHERE stage.refers_to = sale.id AND stage.creator = sale.creator AND stage.fault = 0
  AND reverses(stage.type) AND stage.stream IS DISTINCT FROM sale.stream;
