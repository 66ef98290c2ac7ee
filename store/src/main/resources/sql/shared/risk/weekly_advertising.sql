-- What advertising brought in each week on each platform by currency, of every ${every}th creator of
-- the store. Deals with brands are no rates: they are left out.
SELECT t.creator, a.source, ${shared/risk/week} AS week, t.currency,
  CAST(sum(CAST(t.amount AS DECIMAL(38,0))) AS BIGINT) AS amount
FROM (SELECT e.creator, e.audience, e.time AS at, e.currency, e.amount FROM events AS e
  WHERE e.type = 'ad.revenue' AND e.superseded IS NULL AND e.amount IS NOT NULL
    AND e.time >= ? AND e.time < ? AND e.creator % ${every} = 0) AS t
JOIN audience AS a ON a.audience = t.audience
GROUP BY t.creator, a.source, ${shared/risk/week}, t.currency
ORDER BY t.creator NULLS LAST, a.source NULLS LAST, week NULLS LAST, t.currency NULLS LAST
