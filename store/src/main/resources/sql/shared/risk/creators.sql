-- How many creators there are.
SELECT count(*) AS creators FROM creator
