-- Whether a creator has reversals whose sale is unknown, so that their stream must be inferred.
SELECT count(*) AS unplaced
FROM revenue_rollup AS r
WHERE r.creator = ? AND r.bucket >= ? AND r.bucket < ? AND r.stream IS NULL
