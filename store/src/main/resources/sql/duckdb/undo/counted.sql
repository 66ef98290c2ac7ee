-- The events of those concerned as they count now.
SELECT * FROM adjustment WHERE sign = 1
