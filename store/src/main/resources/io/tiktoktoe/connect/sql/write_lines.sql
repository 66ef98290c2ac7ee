-- Streams the parsed lines into one file, in their order.
-- {{columns}}: the stage's columns from what the parser gives; {{file}}: where to write.
COPY (
  SELECT
    {{columns}}
  FROM event_lines()
) TO {{file}} (FORMAT parquet, COMPRESSION lz4, USE_TMP_FILE false)
