-- The rows of one table of a backup.
INSERT INTO ${table} BY NAME SELECT * FROM read_parquet(${file}, hive_partitioning = false)
