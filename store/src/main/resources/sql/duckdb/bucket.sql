-- The 15 minutes of UTC in which an event e lies.
time_bucket(INTERVAL 15 MINUTE, e.time)
