-- Native events in Parquet; file_row_number counts from 0.
SELECT
  ${columns}
FROM read_parquet(${file}, file_row_number = true, hive_partitioning = false)
