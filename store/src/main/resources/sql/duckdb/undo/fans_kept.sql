-- Fans of price tests, which no batch brought.
AND fan NOT IN (SELECT fan FROM experiment_log WHERE fan IS NOT NULL)
