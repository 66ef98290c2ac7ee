-- One table into the store's new file, which is attached.
DELETE FROM rewritten.main.${table};
INSERT INTO rewritten.main.${table} SELECT * FROM main.${table};
