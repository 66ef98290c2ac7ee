-- Pairs of currencies that some creator's report needs and that have no rate at all: neither their
-- own in either direction nor one currency in between.
WITH link AS (
  SELECT from_currency AS a, to_currency AS b FROM exchange_rate
  UNION
  SELECT to_currency AS a, from_currency AS b FROM exchange_rate
)
SELECT count(*) AS n
FROM (
  SELECT DISTINCT m.code AS paid, p.currency AS wanted
  FROM revenue_rollup AS r
  JOIN creator_profile AS p ON p.creator = r.creator
  JOIN currency AS m ON m.currency = r.currency
  WHERE m.code <> p.currency
) AS pair
WHERE NOT EXISTS (
    SELECT 1 FROM link WHERE link.a = pair.paid AND link.b = pair.wanted)
  AND NOT EXISTS (
    SELECT 1
    FROM link AS one JOIN link AS two ON one.b = two.a
    WHERE one.a = pair.paid AND two.b = pair.wanted)
