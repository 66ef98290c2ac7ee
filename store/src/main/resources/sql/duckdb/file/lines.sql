-- The lines of a file as they are, numbered from 1. ${file} ${compression}: the file;
-- ${max_line}: no line is so long, in bytes.
SELECT line, raw
FROM (
  SELECT row_number() OVER () AS line, raw
  FROM read_csv(${file}, columns = {'raw': 'VARCHAR'}, delim = '\x01', quote = '', escape = '',
    comment = '', header = false, auto_detect = false, strict_mode = false, nullstr = '',
    max_line_size = ${max_line}, compression = ${compression},
    hive_partitioning = false)
)
WHERE raw IS NOT NULL
