-- How much there is in a database without tables.
SELECT (SELECT count(*) FROM duckdb_views() WHERE NOT internal)
  + (SELECT count(*) FROM duckdb_functions() WHERE NOT internal)
  + (SELECT count(*) FROM duckdb_types() WHERE NOT internal)
  + (SELECT count(*) FROM duckdb_schemas() WHERE NOT internal)
  + (SELECT count(*) FROM duckdb_sequences())
