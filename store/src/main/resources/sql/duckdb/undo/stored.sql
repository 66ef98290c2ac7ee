-- Every version of the events of those concerned.
SELECT creator, time, audience FROM events WHERE creator IN (SELECT creator FROM affected)
