-- What these fans are called; ${fans} are their numbers.
SELECT f.fan, f.name FROM fan AS f WHERE f.fan IN (${fans}) ORDER BY f.fan NULLS LAST, f.name NULLS LAST
