-- What senders say of contents of one creator beside what was done there.
SELECT e.content, e.attributes, min(e.time) AS first
FROM events AS e
WHERE e.creator = ? AND e.superseded IS NULL AND e.time < ? AND e.content IS NOT NULL
  AND (e.attributes LIKE '%"content_type"%' OR e.attributes LIKE '%"published"%'
    OR e.attributes LIKE '%"removed"%' OR e.attributes LIKE '%"same_as"%'
    OR e.attributes LIKE '%"replay_of"%' OR e.attributes LIKE '%"category"%')
GROUP BY e.content, e.attributes
ORDER BY first NULLS LAST, e.content NULLS LAST, e.attributes NULLS LAST
