-- The commit.
INSERT INTO chunk VALUES (${chunk}, ${batch}, ${origin}, TIMESTAMP '${now}', ${first}, ${last},
  ${accepted}, ${corrections}, ${duplicates}, ${conflicts}, ${rejected})
