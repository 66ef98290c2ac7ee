-- What the rollups need of an event.
e.creator, e.time, e.type, e.stream, e.audience, e.amount, coalesce(e.fee, e.undone_fee, 0) AS fee,
  coalesce(e.tax, e.undone_tax, 0) AS tax, e.currency, e.quantity, e.state,
  e.won, e.watch_ms, e.completed
