-- The valid rows, less duplicates and conflicts, into the log.
INSERT INTO events
SELECT
  s.id, ${chunk}, s.time, s.type, s.stream, s.creator, s.fan,
  s.content, s.product, s.audience, s.amount, s.fee, s.tax, s.currency, s.quantity, s.state,
  s.refers_to, s.gifted, s.won, s.watch_ms, s.duration_ms, s.completed, s.value, s.attributes,
  ${superseded}
FROM stage AS s ${verdicts}
WHERE s.fault = 0 ${accepted};
