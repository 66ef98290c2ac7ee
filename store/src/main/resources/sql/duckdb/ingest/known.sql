-- The chunk's events, those too that only tell what was said before.
SELECT creator, time, audience FROM stage WHERE fault IN (0, 102)
