-- Where each named fan of one creator was first seen before a time: second of that day, platform and
-- content, -1 where none is named.
SELECT seen.fan, seen.day, seen.moment, seen.audience, seen.content
FROM (
  SELECT e.fan, ${shared/audience/day} AS day,
    CAST(EXTRACT(HOUR FROM e.time) * 3600 + EXTRACT(MINUTE FROM e.time) * 60 + floor(EXTRACT(SECOND FROM e.time)) AS BIGINT) AS moment,
    e.audience, coalesce(e.content, -1) AS content,
    row_number() OVER (PARTITION BY e.fan ORDER BY e.time NULLS LAST, e.id NULLS LAST) AS place
  FROM events AS e
  JOIN event_types AS k ON k.type = e.type
  JOIN fan AS f ON f.fan = e.fan
  WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ?
    AND (k.interaction OR k.subscription OR k.sign <> 0)
) AS seen
WHERE seen.place = 1
ORDER BY seen.fan NULLS LAST
