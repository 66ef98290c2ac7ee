-- Merges the additions to the revenue rollup and sorts it, so that a creator's report reads few
-- blocks; compact/merged.sql notes it.
CREATE OR REPLACE TEMP TABLE merged AS
SELECT
  creator, bucket, stream, audience, state, currency,
  sum(gross) AS gross, sum(fee) AS fee, sum(tax) AS tax, sum(refunds) AS refunds,
  sum(chargebacks) AS chargebacks, sum(quantity) AS quantity, CAST(sum(sales) AS BIGINT) AS sales,
  sum(costs) AS costs
FROM revenue_rollup
GROUP BY ALL;
DELETE FROM revenue_rollup;
INSERT INTO revenue_rollup
SELECT * FROM merged
WHERE gross <> 0 OR fee <> 0 OR tax <> 0 OR refunds <> 0 OR chargebacks <> 0 OR quantity <> 0 OR sales <> 0
  OR costs <> 0
ORDER BY creator, bucket;
DROP TABLE merged;
