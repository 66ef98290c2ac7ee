-- Texts that come for the first time beside their hash.
INSERT INTO ${dimension}
SELECT came.hashed, came.name
FROM (
  SELECT keyed('${tag}', named.name) AS hashed, named.name
  FROM (
    SELECT DISTINCT ${column} AS name
    FROM (${relation})
    WHERE line BETWEEN ${first} AND ${last} AND ${column} IS NOT NULL
      AND unsealed(${column}) IS NULL) AS named
) AS came
WHERE came.hashed NOT IN (SELECT ${dimension} FROM ${dimension}) ${valid};
