-- The texts of fans that no other table brought.
INSERT INTO fan
SELECT n.fan, min(n.name) FROM experiment_fan AS n
WHERE n.fan NOT IN (SELECT f.fan FROM fan AS f)
GROUP BY n.fan
