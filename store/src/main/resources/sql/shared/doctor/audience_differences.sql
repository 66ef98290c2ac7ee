-- Cells in which the kept rollup of behaviour and one made anew from the events differ.
WITH kept AS (
  SELECT creator, bucket, type, audience, CAST(sum(events) AS BIGINT) AS events,
    CAST(sum(interactions) AS BIGINT) AS interactions, CAST(sum(watch_ms) AS BIGINT) AS watch_ms,
    CAST(sum(completed) AS BIGINT) AS completed
  FROM audience_rollup GROUP BY ALL
),
made AS (
  ${shared/rollup/audience events=shared/rollup/current}
)
SELECT (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM made) AS missing)
  + (SELECT count(*) FROM (SELECT * FROM made EXCEPT SELECT * FROM kept) AS superfluous) AS n
