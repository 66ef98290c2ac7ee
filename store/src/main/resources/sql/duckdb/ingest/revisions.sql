-- Closed days whose money changed: the store already held, before this batch, events of the same creator
-- and platform from more than a day after them.
INSERT INTO revision
SELECT
  ${chunk}, e.creator, a.source, CAST(e.time AS DATE) AS day, e.stream, e.currency,
  count(*) AS events, ${shared/rollup/gross} AS gross_change, ${shared/rollup/net} AS net_change
FROM (${duckdb/ingest/changes}) AS e
JOIN event_types AS k ON k.type = e.type
JOIN audience AS a ON a.audience = e.audience
JOIN watermark AS w ON w.creator = e.creator AND w.source = a.source
WHERE k.sign <> 0 AND e.time < date_trunc('day', w.newest) - INTERVAL 1 DAY
GROUP BY ALL
HAVING gross_change <> 0 OR net_change <> 0;
