-- The Monday of the week of UTC in which a time t.at lies, as 20261126.
CAST((EXTRACT(YEAR FROM date_trunc('WEEK', t.at)) * 100 + EXTRACT(MONTH FROM date_trunc('WEEK', t.at))) * 100
  + EXTRACT(DAY FROM date_trunc('WEEK', t.at)) AS BIGINT)
