-- The currency in which most of all sales came.
SELECT m.code
FROM revenue_rollup AS r JOIN currency AS m ON m.currency = r.currency
GROUP BY m.code
ORDER BY sum(r.sales) DESC NULLS LAST, m.code NULLS LAST
LIMIT 1
