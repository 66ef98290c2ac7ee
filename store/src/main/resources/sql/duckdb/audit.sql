-- Notes an act on what is stored.
INSERT INTO audit VALUES (TIMESTAMP '${now}', ${act}, ${counts})
