-- Events that a mapping wrote, in the stage's columns; quoted fields may hold line breaks.
SELECT * FROM read_csv(${file}, columns = ${columns}, delim = ',', quote = '"', escape = '"',
  comment = '', header = false, auto_detect = false, nullstr = '', parallel = false,
  max_line_size = 16777216, hive_partitioning = false)
