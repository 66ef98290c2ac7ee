-- Who was brought by whom before a time: the first word on each fan counts.
SELECT said.fan, said.referrer, said.day
FROM (
  SELECT e.fan, r.fan AS referrer, ${shared/audience/day} AS day,
    row_number() OVER (PARTITION BY e.fan ORDER BY e.time NULLS LAST, e.id NULLS LAST) AS place
  FROM events AS e
  JOIN fan AS f ON f.fan = e.fan
  JOIN fan AS r ON r.name = ${engine/referrer}
  WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND e.attributes LIKE '%"referred_by"%'
) AS said
WHERE said.place = 1 AND said.fan <> said.referrer
ORDER BY said.day NULLS LAST, said.fan NULLS LAST
