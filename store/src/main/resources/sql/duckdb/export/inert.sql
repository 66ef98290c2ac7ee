-- A text that no spreadsheet runs, under its own name. ${formula}: what one would run, ${number}: but for this.
CASE WHEN regexp_matches(${column}, ${formula}) AND NOT regexp_full_match(${column}, ${number})
  THEN '''' || ${column} ELSE ${column} END AS ${column}
