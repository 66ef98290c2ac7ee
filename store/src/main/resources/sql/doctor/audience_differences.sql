-- Cells in which the kept rollup of behaviour and one made anew from the events differ.
WITH kept AS (
  SELECT creator, bucket, type, audience, CAST(sum(events) AS BIGINT) AS events,
    CAST(sum(interactions) AS BIGINT) AS interactions, CAST(sum(watch_ms) AS BIGINT) AS watch_ms,
    CAST(sum(completed) AS BIGINT) AS completed
  FROM audience_rollup GROUP BY ALL
),
made AS (
  SELECT ${audience}
  FROM events AS e
  WHERE e.superseded IS NULL AND e.type BETWEEN 'view'::event_type AND 'session'::event_type
  GROUP BY ALL
)
SELECT (SELECT count(*) FROM (FROM kept EXCEPT FROM made))
  + (SELECT count(*) FROM (FROM made EXCEPT FROM kept)) AS n
