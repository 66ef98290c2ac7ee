-- Versions that are not the first of their id.
SELECT count(*) - count(DISTINCT id) FILTER (id NOT IN (SELECT id FROM seen))
  + (SELECT coalesce(sum(corrections), 0) FROM chain)
FROM verdict WHERE fault IN (0, 102)
