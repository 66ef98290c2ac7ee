-- The currency that most creators have set; without any, that into which most exchange rates lead.
SELECT c.code
FROM (
  SELECT p.currency AS code, 0 AS place, count(*) AS times FROM creator_profile AS p GROUP BY p.currency
  UNION ALL
  SELECT r.to_currency AS code, 1 AS place, count(*) AS times FROM exchange_rate AS r GROUP BY r.to_currency
) AS c
ORDER BY c.place NULLS LAST, c.times DESC NULLS LAST, c.code NULLS LAST
LIMIT 1
