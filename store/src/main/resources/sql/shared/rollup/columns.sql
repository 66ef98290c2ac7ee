-- What the rollups need of an event.
e.creator, e.time, e.type, e.stream, e.audience, e.amount, e.fee, e.tax, e.currency, e.quantity, e.state,
  e.won, e.watch_ms, e.completed
