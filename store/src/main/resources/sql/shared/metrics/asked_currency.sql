-- The currency in which most of one creator's failed payments were asked for: where nothing was sold yet,
-- as of a list of members, it is the creator's.
SELECT m.code
FROM events AS e JOIN currency AS m ON m.currency = e.currency
WHERE e.creator = ? AND e.superseded IS NULL AND e.type = 'subscription.payment_failed'
GROUP BY m.code
ORDER BY count(*) DESC NULLS LAST, m.code NULLS LAST
LIMIT 1
