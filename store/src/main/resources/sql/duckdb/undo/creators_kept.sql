-- But for creators who were set up or forecast.
AND creator NOT IN (SELECT creator FROM creator_profile UNION ALL SELECT creator FROM forecast)
