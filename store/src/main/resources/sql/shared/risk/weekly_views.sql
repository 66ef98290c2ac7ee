-- Views of each week on each platform, of every ${every}th creator of the store.
SELECT t.creator, a.source, ${shared/risk/week} AS week,
  CAST(sum(CAST(t.interactions AS DECIMAL(38,0))) AS BIGINT) AS views
FROM (SELECT r.creator, r.audience, r.bucket AS at, r.interactions FROM audience_rollup AS r
  WHERE r.type = 'view' AND r.bucket >= ? AND r.bucket < ? AND r.creator % ${every} = 0) AS t
JOIN audience AS a ON a.audience = t.audience
GROUP BY t.creator, a.source, ${shared/risk/week}
ORDER BY t.creator NULLS LAST, a.source NULLS LAST, week NULLS LAST
