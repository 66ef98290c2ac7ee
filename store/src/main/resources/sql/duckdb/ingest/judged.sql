-- What stands for the original lines of a file that was changed since they were judged: what was judged,
-- field by field.
SELECT came.line, to_json(came)::VARCHAR AS raw FROM (${relation}) AS came
