-- The list of the backup may be of an older program, the tables are of this one.
UPDATE store_info SET value = '${version}' WHERE key = 'schema_version'
