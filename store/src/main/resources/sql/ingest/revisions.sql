-- Closed days that changed: the store already held, before this batch, events of the same creator
-- and platform from more than a day after them.
INSERT INTO revision
SELECT
  ${chunk}, e.creator, a.source, CAST(e.time AS DATE) AS day, e.stream, e.currency,
  count(*) AS events, ${gross} AS gross_change, ${net} AS net_change
FROM (
  SELECT 1 AS sign, ${columns} FROM stage AS e WHERE e.fault = 0
  UNION ALL
  SELECT * FROM adjustment
) AS e
JOIN audience AS a ON a.audience = e.audience
JOIN watermark AS w ON w.creator = e.creator AND w.source = a.source
WHERE e.time < date_trunc('day', w.newest) - INTERVAL 1 DAY
GROUP BY ALL;
