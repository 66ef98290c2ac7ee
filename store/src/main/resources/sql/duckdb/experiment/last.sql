-- The last number of each price test's log.
SELECT experiment, max(number) AS last FROM experiment_log GROUP BY ALL ORDER BY experiment NULLS LAST
