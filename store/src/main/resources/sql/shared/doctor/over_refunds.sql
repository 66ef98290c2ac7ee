-- Sales of which more was given back than was paid.
SELECT count(*) AS n
FROM (
  SELECT r.refers_to, r.currency, sum(CASE WHEN r.won THEN -r.amount ELSE r.amount END) AS reversed
  FROM events AS r JOIN event_types AS k ON k.type = r.type
  WHERE k.reversal AND r.superseded IS NULL AND r.refers_to IS NOT NULL
  GROUP BY r.refers_to, r.currency
) AS back
JOIN events AS s ON s.id = back.refers_to AND s.currency = back.currency AND s.superseded IS NULL
WHERE back.reversed > s.amount
