-- The campaigns that one creator planned until a time, oldest first.
SELECT e.time, e.amount, m.code AS currency, e.attributes
FROM events AS e
LEFT JOIN currency AS m ON m.currency = e.currency
WHERE e.creator = ? AND e.superseded IS NULL AND e.time <= ? AND e.type = 'campaign.planned'
ORDER BY e.time NULLS LAST, e.id NULLS LAST
