-- What the fans of a price test are called, as far as they are not erased.
SELECT f.fan, f.name FROM fan AS f
WHERE f.fan IN (SELECT l.fan FROM experiment_log AS l WHERE l.experiment = ? AND l.kind = 'assigned')
ORDER BY f.fan NULLS LAST
