-- Counts an addition of exchange rates, so that whoever holds earlier ones notices.
INSERT INTO store_info
SELECT 'rate_additions', CAST(coalesce(max(CAST(value AS BIGINT)), 0) + 1 AS VARCHAR)
FROM store_info WHERE key = 'rate_additions'
