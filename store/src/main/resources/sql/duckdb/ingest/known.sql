-- The chunk's events, those too that only tell what was said before. A plan tells nothing of the days before it.
SELECT creator, time, audience FROM stage
WHERE fault IN (0, 102) AND type <> 'campaign.planned'
