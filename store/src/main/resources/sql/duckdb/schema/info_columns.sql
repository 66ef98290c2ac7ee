-- Whether there is a table of what a store says of itself: its two columns.
SELECT count(*) FROM duckdb_columns()
WHERE schema_name = 'main' AND table_name = 'store_info' AND column_name IN ('key', 'value')
