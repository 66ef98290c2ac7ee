-- The sender's attributes and the columns that are none of the events'; what is no JSON is judged later.
CASE WHEN ${own} IS NULL OR json_valid(${own})
  THEN CAST(json_merge_patch(${further}, coalesce(${own}, '{}')) AS VARCHAR) ELSE ${own} END
