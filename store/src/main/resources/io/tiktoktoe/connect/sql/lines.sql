-- One JSON object a line. A line that is none is kept with its number and text and rejected alone.
-- {{file}} {{compression}}: the file; {{structure}}: the fields as json_transform's structure;
-- {{columns}}: the stage's columns from the parsed object s; {{known}}: how many known fields are
-- present; {{without_known}}: the merge patch that leaves the unknown fields; {{strict}}: TRUE to
-- refuse them; {{max_line}}: longest line in bytes.
SELECT
  {{columns}},
  raw,
  CASE
    WHEN s IS NULL OR NOT starts_with(ltrim(raw), '{') THEN 'line'
    WHEN unknown_field IS NOT NULL AND {{strict}} THEN unknown_field
    ELSE wrong_field
  END AS error_field,
  CASE
    WHEN s IS NULL OR NOT starts_with(ltrim(raw), '{') THEN left(raw, 200)
    WHEN wrong_field IS NOT NULL THEN left({{value}}, 200)
  END AS error_value,
  CASE
    WHEN starts_with(raw, '!too long') THEN 'is longer than {{max_line}} bytes'
    WHEN starts_with(raw, '!not UTF-8') THEN 'is not UTF-8 text'
    WHEN s IS NULL THEN 'is not valid JSON'
    WHEN NOT starts_with(ltrim(raw), '{') THEN 'is not a JSON object'
    WHEN unknown_field IS NOT NULL AND {{strict}} THEN 'is no known field (strict)'
    WHEN wrong_field IS NOT NULL THEN {{reason}}
  END AS error_reason
FROM (
  SELECT
    *,
    CASE WHEN unknown <> '{}' THEN unknown::VARCHAR END AS unknown_fields,
    CASE WHEN {{strict}} AND unknown <> '{}' THEN json_keys(unknown)[1] END AS unknown_field,
    {{wrong_field}} AS wrong_field
  FROM (
    SELECT
      *,
      CASE WHEN len(json_keys_or_none) > {{known}} THEN json_merge_patch({{object}}, {{without_known}}) END
        AS unknown
    FROM (
      SELECT
        line,
        raw,
        s,
        CASE WHEN s IS NOT NULL THEN json_keys({{object}}) END AS json_keys_or_none
      FROM (
        SELECT line, raw, TRY(json_transform(raw, {{structure}})) AS s
        FROM (
          SELECT row_number() OVER () AS line, raw
          FROM read_csv({{file}}, columns = {'raw': 'VARCHAR'}, delim = '\x01', quote = '',
            escape = '', comment = '', header = false, auto_detect = false, strict_mode = false,
            nullstr = '', max_line_size = {{max_line}}, compression = {{compression}})
        )
        WHERE raw IS NOT NULL AND (left(raw, 1) NOT IN (' ', '\t') OR trim(raw, ' \t') <> '')
      )
    )
  )
)
