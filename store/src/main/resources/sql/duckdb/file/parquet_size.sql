-- Bytes of a file's texts with one for what parts each from the next. The hash makes the engine
-- read the columns whose count its statistics tell.
SELECT count(*) * ${columns} + ${sizes} AS bytes, bit_xor(hash(${counted})) AS read
FROM ${relation}
