-- Events of which more than one version counts.
SELECT count(*) AS n
FROM (SELECT id FROM events WHERE superseded IS NULL GROUP BY id HAVING count(*) > 1) AS twice
