-- One creator's additions to the revenue rollup as whole numbers only, in no order: a report reads
-- many rows, and texts and times cost more than all else. Adding up, naming and sorting are done by
-- the reader. The bucket is written as 202611261445, that of a row that stands for a whole day as
-- 202611261201; stream and state are places in their lists,
-- -1 for a stream that is not known.
SELECT
  (((EXTRACT(YEAR FROM r.bucket) * 100 + EXTRACT(MONTH FROM r.bucket)) * 100
    + EXTRACT(DAY FROM r.bucket)) * 100 + EXTRACT(HOUR FROM r.bucket)) * 100
    + EXTRACT(MINUTE FROM r.bucket)
    + CASE WHEN r.bucket > date_trunc('MINUTE', r.bucket) THEN 1 ELSE 0 END AS bucket,
  CASE CAST(r.stream AS STRING) WHEN 'tips' THEN 0 WHEN 'subscriptions' THEN 1
    WHEN 'advertising' THEN 2 WHEN 'merchandise' THEN 3 ELSE -1 END AS stream,
  CASE CAST(r.state AS STRING) WHEN 'estimated' THEN 0 WHEN 'final' THEN 1 ELSE 2 END AS state,
  r.audience, r.currency,
  CAST(r.gross AS BIGINT) AS gross, CAST(r.fee AS BIGINT) AS fee, CAST(r.tax AS BIGINT) AS tax,
  CAST(r.refunds AS BIGINT) AS refunds, CAST(r.chargebacks AS BIGINT) AS chargebacks,
  CAST(r.costs AS BIGINT) AS costs,
  CAST(r.quantity AS BIGINT) AS quantity, r.sales
FROM revenue_rollup AS r
WHERE r.creator = ? AND r.bucket >= ? AND r.bucket < ?
