-- Streams the rows that the program gives into one file, in their order.
COPY (
  SELECT * REPLACE (make_timestamptz(time) AS time, completed = 1 AS completed,
    make_timestamptz(paid_until) AS paid_until, trial = 1 AS trial)
  FROM event_rows()
) TO ${file} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 30720, USE_TMP_FILE false)
