-- Who saw products of some creators at which price within a time, and bought. A person counts once a product and
-- price, on the day on which they first saw it, however often they looked. Drawn prices were chosen by chance.
-- Who had paid the creator before had returned. ${creators} are their numbers.
SELECT
  s.creator, p.name AS product, CAST(s.first AS DATE) AS day, m.code AS currency, s.price, s.drawn, s.promoted,
  coalesce(b.first < s.first, false) AS had_paid,
  max(CAST(s.last AS DATE)) AS newest,
  count(*) AS shown, sum(s.bought) AS bought
FROM (
  SELECT
    e.creator, e.product, e.currency, e.amount AS price, e.fan,
    coalesce(e.attributes LIKE '%"experiment"%', false) AS drawn,
    bool_or(coalesce(e.attributes LIKE '%"promotion":%' AND e.attributes NOT LIKE '%"promotion":"false"%', false))
      AS promoted,
    min(e.time) AS first, max(e.time) AS last,
    max(CASE WHEN e.attributes LIKE '%"bought":"true"%' OR e.attributes LIKE '%"bought":true%' THEN 1 ELSE 0 END)
      AS bought
  FROM events AS e
  WHERE e.creator IN (${creators}) AND e.superseded IS NULL AND e.time >= ? AND e.time < ?
    AND e.type = 'price.exposure' AND e.product IS NOT NULL AND e.amount IS NOT NULL AND e.currency IS NOT NULL
  GROUP BY e.creator, e.product, e.currency, e.amount, e.fan,
    CASE WHEN e.fan IS NULL THEN e.id END, coalesce(e.attributes LIKE '%"experiment"%', false)
) AS s
JOIN product AS p ON p.product = s.product
JOIN currency AS m ON m.currency = s.currency
LEFT JOIN (
  SELECT e.creator, e.fan, min(e.time) AS first
  FROM events AS e
  JOIN event_types AS k ON k.type = e.type
  WHERE e.creator IN (${creators}) AND e.superseded IS NULL AND e.time < ? AND k.sign > 0 AND e.fan IS NOT NULL
  GROUP BY e.creator, e.fan
) AS b ON b.creator = s.creator AND b.fan = s.fan
GROUP BY s.creator, p.name, CAST(s.first AS DATE), m.code, s.price, s.drawn, s.promoted,
  coalesce(b.first < s.first, false)
ORDER BY s.creator NULLS LAST, product NULLS LAST, day NULLS LAST, currency NULLS LAST, s.price NULLS LAST,
  s.drawn NULLS LAST, s.promoted NULLS LAST, had_paid NULLS LAST
