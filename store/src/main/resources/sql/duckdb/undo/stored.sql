-- Every version of the events of those concerned; a plan tells nothing of the days before it.
SELECT creator, time, audience FROM events
WHERE creator IN (SELECT creator FROM affected) AND type <> 'campaign.planned'
