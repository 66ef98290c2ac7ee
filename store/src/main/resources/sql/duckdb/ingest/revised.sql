-- Closed days that changed since a commit.
SELECT count(*) FROM (SELECT DISTINCT creator, day FROM revision WHERE chunk > ${before})
