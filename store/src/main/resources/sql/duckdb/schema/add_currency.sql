-- A currency, unless it is there.
INSERT INTO currency SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM currency WHERE code = ?)
