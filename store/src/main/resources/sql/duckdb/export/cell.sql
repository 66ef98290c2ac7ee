-- A text as COPY writes it into CSV.
CASE WHEN ${text} IS NULL THEN ''
  WHEN ${text} = '' OR regexp_matches(${text}, '[,"\n\r#]') THEN '"' || replace(${text}, '"', '""') || '"'
  ELSE ${text} END
