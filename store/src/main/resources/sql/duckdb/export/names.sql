-- Every table and view but the one that holds the salt.
SELECT table_name FROM information_schema.tables
WHERE table_schema = 'main' AND table_catalog = current_database() AND table_name <> 'store_info'
