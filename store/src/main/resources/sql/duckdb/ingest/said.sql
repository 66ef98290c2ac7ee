-- What an event says but for its person: so it is known again once that is erased.
e.time, e.type, e.creator, e.content, e.product, e.audience, e.amount, coalesce(e.fee, 0),
  coalesce(e.tax, 0), e.currency,
  e.quantity, e.state, e.refers_to, e.gifted, e.won, e.watch_ms, e.duration_ms, e.completed, e.value,
  e.billing_interval, e.paid_until, e.trial
