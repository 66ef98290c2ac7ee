-- First and newest event of one creator.
SELECT min(first) AS first, max(newest) AS newest FROM coverage WHERE creator = ?
