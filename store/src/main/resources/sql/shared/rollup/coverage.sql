-- From when to when each creator's platforms have data.
SELECT e.creator, a.source, min(e.time) AS first, max(e.time) AS newest, count(*) AS events
FROM (${events}) AS e
JOIN audience AS a ON a.audience = e.audience
GROUP BY ALL
