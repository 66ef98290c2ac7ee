-- A name of the batch that nothing else uses.
DELETE FROM ${dimension}
WHERE ${dimension} IN (SELECT ${dimension} FROM gone)
  AND ${dimension} NOT IN (SELECT ${dimension} FROM events WHERE ${dimension} IS NOT NULL) ${kept};
