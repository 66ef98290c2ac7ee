-- The taking back is a commit of its own: what it changed in closed days is noted there, as late data
-- would be. The commits of the batch go with their own notes.
DELETE FROM revision WHERE chunk IN (SELECT chunk FROM gone_chunk);
DELETE FROM chunk WHERE chunk IN (SELECT chunk FROM gone_chunk);

INSERT INTO chunk VALUES (
  ${chunk}, ${name}, 'taken back', TIMESTAMP '${now}', 0, 0, 0, 0, 0, 0, 0);

INSERT INTO revision
SELECT * FROM (
  SELECT
    ${chunk}, e.creator, a.source, CAST(e.time AS DATE) AS day, e.stream, e.currency,
    greatest(abs(sum(e.sign)), 1)::BIGINT AS events, ${shared/rollup/gross} AS gross_change, ${shared/rollup/net} AS net_change
  FROM adjustment AS e
  JOIN event_types AS k ON k.type = e.type
  JOIN audience AS a ON a.audience = e.audience
  JOIN watermark AS w ON w.creator = e.creator AND w.source = a.source
  WHERE k.sign <> 0 AND e.time < date_trunc('day', w.newest) - INTERVAL 1 DAY
  GROUP BY ALL
  HAVING sum(e.sign) <> 0 OR ${shared/rollup/gross} <> 0 OR ${shared/rollup/net} <> 0);
