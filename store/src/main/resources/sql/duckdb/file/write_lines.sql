-- Streams the parsed lines into one file, in their order.
-- Small row groups fit into the cache of a core.
-- ${columns}: the stage's columns from what the parser gives; ${file}: where to write.
COPY (
  SELECT
    ${columns}
  FROM event_lines()
) TO ${file} (FORMAT parquet, COMPRESSION lz4, ROW_GROUP_SIZE 30720, USE_TMP_FILE false)
