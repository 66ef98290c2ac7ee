-- Version 3: acts on persons' data, without their names; the random numbers under which the events of
-- erased fans go on; what older versions kept of persons goes.
CREATE TABLE audit (
  done TIMESTAMP NOT NULL, act VARCHAR NOT NULL, counts VARCHAR NOT NULL);
CREATE TABLE erased (fan BIGINT NOT NULL);

UPDATE events SET attributes = hidden(attributes)
WHERE regexp_matches(attributes, '${suspect}') AND hidden(attributes) <> attributes;
-- Original lines that are no JSON do not say what stands where.
UPDATE rejects SET
  raw = CASE WHEN starts_with(raw, '{') THEN hidden_row(raw) END,
  value = hidden(value),
  stage = json_merge_patch(stage, json_object(
    'attributes', hidden(json_extract_string(stage, '$.attributes')),
    'error_value', hidden(json_extract_string(stage, '$.error_value')),
    'fan', CASE WHEN names_person(json_extract_string(stage, '$.fan'))
      THEN chr(31) || 'sealed:' || (md5_number(
        (SELECT value FROM store_info WHERE key = 'salt') || 'f:' || json_extract_string(stage, '$.fan'))
        & 9223372036854775807::UHUGEINT)::BIGINT::VARCHAR
      ELSE json_extract_string(stage, '$.fan') END));
