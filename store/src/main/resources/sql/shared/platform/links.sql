-- Pairs of ids that were ever said to be one fan's, whichever creator heard of it.
SELECT DISTINCT e.fan, e.other_fan
FROM events AS e
WHERE e.type = 'identity.linked' AND e.fan IS NOT NULL AND e.other_fan IS NOT NULL
