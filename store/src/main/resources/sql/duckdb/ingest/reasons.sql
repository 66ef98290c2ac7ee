-- Why rows were refused since a commit.
SELECT reason, count(*) FROM rejects WHERE chunk > ${before} GROUP BY reason
