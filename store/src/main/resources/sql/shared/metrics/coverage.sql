-- First and newest event of one creator. What this software adds itself is no data of a platform: a decision of
-- today does not make the days before it whole.
SELECT min(first) AS first, max(newest) AS newest FROM coverage WHERE creator = ? AND source <> ?
