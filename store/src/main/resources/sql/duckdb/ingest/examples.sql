-- The first rows that were refused since a commit.
SELECT line, field, value, reason FROM rejects WHERE chunk > ${before} ORDER BY chunk, line LIMIT ${most}
