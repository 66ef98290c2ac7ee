-- What was sold less what came back, was paid out and kept by others. e: signed events, k: their types.
CAST(coalesce(sum(CAST(${shared/rollup/direction} * e.amount AS DECIMAL(38,0))), 0)
  - coalesce(sum(CAST(${shared/rollup/direction} * e.fee AS DECIMAL(38,0))), 0)
  - coalesce(sum(CAST(${shared/rollup/direction} * e.tax AS DECIMAL(38,0))), 0) AS DECIMAL(38,0))
