-- The revenue rollup from events: each with a sign, which is -1 where it takes back what +1 added.
-- ${events}: the FROM and WHERE that give them, as e.
SELECT
  e.creator, ${engine/bucket} AS bucket, e.stream, e.audience, e.state, e.currency,
  ${shared/rollup/gross} AS gross,
  CAST(sum(CAST(${shared/rollup/direction} * e.fee AS DECIMAL(38,0))) AS DECIMAL(38,0)) AS fee,
  CAST(sum(CAST(${shared/rollup/direction} * e.tax AS DECIMAL(38,0))) AS DECIMAL(38,0)) AS tax,
  CAST(sum(CAST(CASE WHEN e.type = 'refund' THEN e.sign * e.amount ELSE 0 END AS DECIMAL(38,0))) AS DECIMAL(38,0)) AS refunds,
  CAST(sum(CAST(CASE WHEN e.type = 'chargeback' THEN -(${shared/rollup/direction}) * e.amount ELSE 0 END AS DECIMAL(38,0))) AS DECIMAL(38,0))
    AS chargebacks,
  CAST(sum(CAST(CASE WHEN k.sign > 0 THEN e.sign * e.quantity ELSE 0 END AS DECIMAL(38,0))) AS DECIMAL(38,0)) AS quantity,
  CAST(sum(CASE WHEN k.sign > 0 THEN e.sign ELSE 0 END) AS BIGINT) AS sales,
  CAST(sum(CAST(CASE WHEN e.type = 'cost' THEN e.sign * e.amount ELSE 0 END AS DECIMAL(38,0))) AS DECIMAL(38,0)) AS costs
FROM (${events}) AS e
JOIN event_types AS k ON k.type = e.type
WHERE e.amount IS NOT NULL AND e.state IS NOT NULL
GROUP BY ALL
