-- The last that happened to each subscription of one creator before a time: whether it was a payment or a failed
-- one, when, and until when it was paid.
SELECT s.product, s.ended, s.time, s.paid_until
FROM (
  SELECT
    p.name AS product, k.sign = 0 AND e.type <> 'subscription.payment_failed' AS ended, e.time, e.paid_until,
    row_number() OVER (PARTITION BY e.product, e.fan ORDER BY e.time DESC NULLS LAST, e.id NULLS LAST) AS place
  FROM events AS e
  JOIN event_types AS k ON k.type = e.type
  JOIN product AS p ON p.product = e.product
  WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND k.subscription AND e.fan IS NOT NULL
) AS s
WHERE s.place = 1
ORDER BY s.product NULLS LAST, s.time NULLS LAST, s.paid_until NULLS LAST, s.ended NULLS LAST
