-- The lines of a zstd file, expanded.
SELECT line FROM read_csv(${file}, columns = {'line': 'VARCHAR'}, delim = '\x01', quote = '',
  escape = '', comment = '', header = false, auto_detect = false, strict_mode = false,
  nullstr = '', max_line_size = 16777216, compression = 'zstd', hive_partitioning = false)
