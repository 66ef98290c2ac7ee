-- What these contents are called; ${contents} are their numbers.
SELECT c.content, c.name FROM content AS c WHERE c.content IN (${contents}) ORDER BY c.content NULLS LAST, c.name NULLS LAST
