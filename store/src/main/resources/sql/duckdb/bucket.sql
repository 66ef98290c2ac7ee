-- The 15 minutes of UTC in which an event e lies. A row that stands for a whole day keeps its own time, one
-- microsecond after noon, by which reports know it.
CASE WHEN ${duckdb/whole_day} THEN e.time ELSE time_bucket(INTERVAL 15 MINUTE, e.time) END
