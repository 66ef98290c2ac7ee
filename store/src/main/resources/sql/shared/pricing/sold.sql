-- What products of some creators sold on each day of a time, at which price of one piece. Demand is what a
-- person decided on this day for themselves: orders, and subscriptions by the month that began. A person
-- counts once a day and kind of sale, under a promotion or not; a row that stands for many is as many. ${creators} are their numbers.
SELECT
  s.creator, p.name AS product, s.recurring, s.day, m.code AS currency, s.price, s.demand, s.promoted,
  count(DISTINCT s.fan) + coalesce(sum(CASE WHEN s.fan IS NULL THEN s.persons ELSE 0 END), 0) AS buyers,
  count(*) AS sales,
  CAST(sum(CAST(s.amount AS DECIMAL(38,0))) AS DOUBLE) AS gross,
  CAST(sum(CAST(s.fee AS DECIMAL(38,0))) AS DOUBLE) AS fees,
  CAST(sum(CAST(s.tax AS DECIMAL(38,0))) AS DOUBLE) AS taxes
FROM (
  SELECT
    e.creator, e.product, k.subscription AS recurring, CAST(e.time AS DATE) AS day, e.currency, e.fan,
    CAST(round(CAST(e.amount AS DOUBLE) / greatest(coalesce(e.quantity, 1), 1)) AS BIGINT) AS price,
    CASE WHEN e.attributes LIKE '%"granularity"%' THEN greatest(coalesce(e.quantity, 1), 1) ELSE 1 END AS persons,
    e.type <> 'subscription.renewed' AND NOT coalesce(e.gifted, false) AND NOT coalesce(e.trial, false)
      AND coalesce(e.billing_interval, 'P1M') NOT LIKE '%Y' AS demand,
    coalesce(e.attributes LIKE '%"promotion":%' AND e.attributes NOT LIKE '%"promotion":"false"%', false) AS promoted,
    e.amount, coalesce(e.fee, 0) AS fee, coalesce(e.tax, 0) AS tax
  FROM events AS e
  JOIN event_types AS k ON k.type = e.type
  WHERE e.creator IN (${creators}) AND e.superseded IS NULL AND e.time >= ? AND e.time < ?
    AND k.sign > 0 AND (k.subscription OR CAST(k.stream AS STRING) = 'merchandise')
    AND e.product IS NOT NULL AND e.amount IS NOT NULL AND e.currency IS NOT NULL
) AS s
JOIN product AS p ON p.product = s.product
JOIN currency AS m ON m.currency = s.currency
GROUP BY s.creator, p.name, s.recurring, s.day, m.code, s.price, s.demand, s.promoted
ORDER BY s.creator NULLS LAST, product NULLS LAST, s.day NULLS LAST, currency NULLS LAST, s.price NULLS LAST,
  s.recurring NULLS LAST, s.demand NULLS LAST, s.promoted NULLS LAST
