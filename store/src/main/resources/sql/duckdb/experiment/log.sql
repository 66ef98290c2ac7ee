-- What happened in one price test, in order.
SELECT number, time, kind, coalesce(fan, 0) AS fan, coalesce(step, 0) AS step, coalesce(arm, 0) AS arm,
  coalesce(propensity, 0) AS propensity, coalesce(id_high, 0) AS id_high, coalesce(id_low, 0) AS id_low,
  coalesce(amount, 0) AS amount, detail
FROM experiment_log
WHERE experiment = ?
ORDER BY number NULLS LAST
