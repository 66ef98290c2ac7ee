-- Days on which a creator's report has to bring a currency into another: that of the profile, or else
-- the one in which most was sold. Failed payments and goals of campaigns are told in it, too.
WITH sold AS (
  SELECT r.creator, m.code, sum(r.sales) AS sales
  FROM revenue_rollup AS r JOIN currency AS m ON m.currency = r.currency
  GROUP BY r.creator, m.code
),
usual AS (
  SELECT creator, code,
    row_number() OVER (PARTITION BY creator ORDER BY sales DESC NULLS LAST, code NULLS LAST) AS place
  FROM sold
),
wanted AS (
  SELECT u.creator, coalesce(p.currency, u.code) AS code
  FROM usual AS u LEFT JOIN creator_profile AS p ON p.creator = u.creator
  WHERE u.place = 1
)
SELECT DISTINCT m.code AS paid, w.code AS wanted, CAST(r.bucket AS DATE) AS day
FROM revenue_rollup AS r
JOIN wanted AS w ON w.creator = r.creator
JOIN currency AS m ON m.currency = r.currency
WHERE m.code <> w.code
UNION
SELECT m.code AS paid, w.code AS wanted, CAST(e.time AS DATE) AS day
FROM events AS e
JOIN wanted AS w ON w.creator = e.creator
JOIN currency AS m ON m.currency = e.currency
WHERE e.superseded IS NULL AND e.type IN ('subscription.payment_failed', 'campaign.planned') AND m.code <> w.code
