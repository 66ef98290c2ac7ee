-- One table of a backup.
COPY ${table} TO ${file} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)
