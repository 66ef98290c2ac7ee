-- Cells in which the kept rollup and one made anew from the events differ, to the minor unit.
WITH kept AS (
  SELECT creator, bucket, stream, audience, state, currency, sum(gross) AS gross, sum(fee) AS fee,
    sum(tax) AS tax, sum(refunds) AS refunds, sum(chargebacks) AS chargebacks,
    sum(quantity) AS quantity, CAST(sum(sales) AS BIGINT) AS sales, sum(costs) AS costs
  FROM revenue_rollup GROUP BY ALL
  HAVING sum(gross) <> 0 OR sum(fee) <> 0 OR sum(tax) <> 0 OR sum(refunds) <> 0
    OR sum(chargebacks) <> 0 OR sum(quantity) <> 0 OR sum(sales) <> 0 OR sum(costs) <> 0
),
made AS (
  ${shared/rollup/revenue events=shared/rollup/current}
),
nonzero AS (
  SELECT * FROM made
  WHERE gross <> 0 OR fee <> 0 OR tax <> 0 OR refunds <> 0 OR chargebacks <> 0 OR quantity <> 0
    OR sales <> 0 OR costs <> 0
)
SELECT (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM nonzero) AS missing)
  + (SELECT count(*) FROM (SELECT * FROM nonzero EXCEPT SELECT * FROM kept) AS superfluous) AS n
