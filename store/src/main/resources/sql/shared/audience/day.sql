-- The day of UTC on which an event e lies, as 20261126.
CAST((EXTRACT(YEAR FROM e.time) * 100 + EXTRACT(MONTH FROM e.time)) * 100 + EXTRACT(DAY FROM e.time) AS BIGINT)
