-- Events that a mapping wrote, in the stage's columns; quoted fields may hold line breaks of any kind,
-- which is why the end of a line is told and not guessed from the first one.
SELECT * FROM read_csv(${file}, columns = ${columns}, delim = ',', quote = '"', escape = '"',
  comment = '', header = false, auto_detect = false, new_line = '\n', nullstr = '', parallel = false,
  max_line_size = 16777216, hive_partitioning = false)
