-- A relation that can only be read from its start, copied so that its chunks are found.
COPY (SELECT * REPLACE (NULL::VARCHAR AS raw) FROM (${relation})) TO ${file} (FORMAT parquet, COMPRESSION lz4)
