-- Batches with amounts that are too large for sums, as they could come in before there was a bound.
SELECT c.batch, count(*) AS n
FROM events AS e JOIN chunk AS c ON c.chunk = e.chunk
WHERE e.superseded IS NULL AND (abs(CAST(e.amount AS DECIMAL(38,0))) > ?
  OR abs(CAST(e.fee AS DECIMAL(38,0))) > ? OR abs(CAST(e.tax AS DECIMAL(38,0))) > ?)
GROUP BY c.batch
ORDER BY c.batch NULLS LAST
