-- Rows that were not taken in, with everything that is needed to try them again, but for what is
-- personal: only its hash is kept where it is needed.
INSERT INTO rejects
SELECT * FROM (
  SELECT
    md5_number(concat_ws(chr(31), ${origin}, r.line::VARCHAR, f.fault::VARCHAR,
      to_json(r)::VARCHAR))::UUID AS reject,
    ${chunk} AS chunk, ${batch} AS batch, r.line,
    coalesce(CASE WHEN f.fault = 1 THEN r.error_field END, f.field) AS field,
    left(told(f.field, coalesce(CASE f.field
      WHEN 'row' THEN r.error_value
      WHEN 'id' THEN r.id WHEN 'source' THEN r.source
      WHEN 'time' THEN coalesce(r.time::VARCHAR, r.time_text)
      WHEN 'type' THEN r.type WHEN 'creator' THEN r.creator
      WHEN 'fan' THEN CASE WHEN r.fan <> '' THEN '[hidden]' END
      WHEN 'content' THEN r.content WHEN 'product' THEN r.product
      WHEN 'amount' THEN coalesce(r.amount_minor::VARCHAR,
        CASE WHEN f.fault = 48 THEN '[hidden]' ELSE r.amount_text END)
      WHEN 'currency' THEN one_word(r.currency)
      WHEN 'fee' THEN coalesce(r.fee_minor::VARCHAR, r.fee_text)
      WHEN 'tax' THEN coalesce(r.tax_minor::VARCHAR, r.tax_text)
      WHEN 'quantity' THEN r.quantity::VARCHAR WHEN 'state' THEN one_word(r.state)
      WHEN 'country' THEN one_word(r.country) WHEN 'age_band' THEN one_word(r.age_band)
      WHEN 'gender' THEN one_word(r.gender) WHEN 'device' THEN one_word(r.device)
      WHEN 'watch_ms' THEN r.watch_ms::VARCHAR WHEN 'duration_ms' THEN r.duration_ms::VARCHAR
      WHEN 'value' THEN r.value::VARCHAR WHEN 'attributes' THEN r.attributes
      WHEN 'refers_to' THEN r.refers_to
      WHEN 'interval' THEN r.billing_interval WHEN 'paid_until' THEN r.paid_until
      WHEN 'trial' THEN r.trial
      WHEN 'other_fan' THEN CASE WHEN r.other_fan <> '' THEN '[hidden]' END
      WHEN 'chosen' THEN attribute(r.attributes, '$.chosen')
      WHEN 'propensity' THEN attribute(r.attributes, '$.propensity')
      WHEN 'ends' THEN concat_ws(' ', attribute(r.attributes, '$.starts'), attribute(r.attributes, '$.ends'))
      WHEN 'expected' THEN attribute(r.attributes, '$.expected') END, '')), 200) AS value,
    coalesce(CASE WHEN f.fault = 1 THEN r.error_reason END, 
      CASE WHEN f.fault = 9 AND len(alike_types(r.type)) > 0
        THEN 'type is unknown. Use one of the documented types, maybe '
          || array_to_string(alike_types(r.type), ' or ') || '.' END,
      f.reason) AS reason,
    hidden_row(o.raw) AS raw,
    to_json(struct_pack(
    ${duckdb/ingest/kept_fields}))::VARCHAR AS stage,
    NULL::INTEGER AS replayed
  FROM (SELECT * FROM (${relation}) WHERE line BETWEEN ${first} AND ${last}) AS r
  JOIN stage AS t ON t.line = r.line AND t.fault BETWEEN 1 AND 100
  JOIN fault AS f ON f.fault = t.fault
  LEFT JOIN (
    SELECT line, raw FROM (${original})
    WHERE line BETWEEN ${first} AND ${last}
      AND line IN (SELECT line FROM stage WHERE fault BETWEEN 1 AND 100)) AS o ON o.line = r.line
) AS came
WHERE came.reject NOT IN (SELECT reject FROM rejects);
