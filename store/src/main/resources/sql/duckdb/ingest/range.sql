-- How many rows there are and which lines they bear.
SELECT count(*), count(line), min(line), max(line) FROM (${relation})
