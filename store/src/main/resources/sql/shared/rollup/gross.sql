-- What was sold. e: signed events, k: their types.
CAST(coalesce(sum(CAST(CASE WHEN k.sign > 0 THEN e.sign * e.amount ELSE 0 END AS DECIMAL(38,0))), 0) AS DECIMAL(38,0))
