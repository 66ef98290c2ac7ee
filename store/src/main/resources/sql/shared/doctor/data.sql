-- How much there is.
SELECT (SELECT count(*) FROM events WHERE superseded IS NULL) AS events,
  (SELECT count(*) FROM creator) AS creators
