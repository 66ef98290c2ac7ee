-- Rows of the chunk: all, faulty ones, conflicts, duplicates, totals of nothing; those that refer to another event, and
-- that tell of two ids of one person.
SELECT count(*), count_if(fault BETWEEN 1 AND 99), count_if(fault = 100), count_if(fault = 101), count_if(fault = 103),
  count(refers_to), count(other_fan)
FROM stage
