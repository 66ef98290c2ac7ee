-- The number of the newest commit, and from when to when commits were made, whatever they brought.
SELECT max(k.chunk) AS newest, min(k.recorded) AS first, max(k.recorded) AS last FROM chunk AS k
