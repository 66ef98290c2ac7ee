-- Everything that happened to one creator's subscriptions before a time, one
-- fan after the other: each subscription is of a product, and a fan may have several on one platform. An
-- anonymous one is known by its start. A day's sum over many is no subscription.
SELECT
  a.source,
  coalesce(CAST(e.fan AS STRING), CAST(e.refers_to AS STRING), CAST(e.id AS STRING)) AS subscriber,
  coalesce(CAST(e.product AS STRING), '') AS product,
  e.time, CAST(e.type AS STRING) AS type, e.amount, m.code AS currency,
  coalesce(e.gifted, false) AS gifted, e.billing_interval, e.paid_until,
  coalesce(e.trial, false) AS trial,
  CASE WHEN e.attributes LIKE '%"since"%' OR e.attributes LIKE '%"open_ended"%' THEN e.attributes END
    AS attributes
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN audience AS a ON a.audience = e.audience
LEFT JOIN currency AS m ON m.currency = e.currency
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ?
  AND k.subscription
  AND NOT coalesce(e.fan IS NULL AND e.attributes LIKE '%"granularity"%', false)
ORDER BY a.source NULLS LAST,
  coalesce(CAST(e.fan AS STRING), CAST(e.refers_to AS STRING), CAST(e.id AS STRING)) NULLS LAST,
  e.time NULLS LAST, CAST(e.type AS STRING) NULLS LAST
