-- Events e of a period: read from and to, then days from and to for what stands for a whole day, then the
-- period's own bounds for all else.
e.time >= ? AND e.time < ?
  AND CASE WHEN ${engine/whole_day} THEN e.time >= ? AND e.time < ? ELSE e.time >= ? AND e.time < ? END
