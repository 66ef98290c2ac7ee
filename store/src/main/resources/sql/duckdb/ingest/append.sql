-- The valid rows, less duplicates and conflicts, into the log. The CASE keeps the condition out of the
-- scan, which would pick rows column by column at a quarter of the whole INSERT's cost.
INSERT INTO events
SELECT
  s.id, ${chunk}, s.time, s.type, s.stream, s.creator, s.fan,
  s.content, s.product, s.audience, s.amount, s.fee, s.tax, s.currency, s.quantity, s.state,
  s.refers_to, s.gifted, s.won, s.watch_ms, s.duration_ms, s.completed, s.value, s.attributes,
  CASE WHEN s.fault = 102 THEN ${chunk} END,
  s.billing_interval, s.paid_until, s.trial, s.other_fan, s.undone_fee, s.undone_tax
FROM stage AS s
WHERE CASE WHEN s.fault = 0 THEN true ELSE s.fault = 102 END;
