-- The lines of a file as they are, numbered from 1; the end of a line is told and not guessed from the
-- first one. ${file} ${compression}: the file;
-- ${max_line}: no line is so long, in bytes.
SELECT line, raw
FROM (
  SELECT row_number() OVER () AS line, raw
  FROM read_csv(${file}, columns = {'raw': 'VARCHAR'}, delim = '\x01', quote = '', escape = '',
    comment = '', header = false, auto_detect = false, new_line = '\n', strict_mode = false, nullstr = '',
    max_line_size = ${max_line}, compression = ${compression},
    hive_partitioning = false)
)
WHERE raw IS NOT NULL
