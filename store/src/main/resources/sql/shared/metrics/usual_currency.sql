-- The currency in which most of one creator's sales came.
SELECT m.code
FROM revenue_rollup AS r JOIN currency AS m ON m.currency = r.currency
WHERE r.creator = ?
GROUP BY m.code
ORDER BY sum(r.sales) DESC NULLS LAST, m.code NULLS LAST
LIMIT 1
