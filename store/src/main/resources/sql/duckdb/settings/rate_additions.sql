-- How often exchange rates have been added.
SELECT coalesce(max(CAST(value AS BIGINT)), 0) AS additions FROM store_info WHERE key = 'rate_additions'
