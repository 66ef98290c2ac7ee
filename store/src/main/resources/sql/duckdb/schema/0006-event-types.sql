-- Version 6: what each type of event means, written from the program's own list whenever the store is
-- opened by one of which the list is another.
CREATE TABLE event_types (
  type event_type NOT NULL,
  -- That of a sale; a reversal is of its sale's, a cost of the one that it names.
  stream revenue_stream,
  -- 1 for a sale, -1 for what takes money out, 0 for what moves none.
  sign TINYINT NOT NULL,
  -- Takes a sale back.
  reversal BOOLEAN NOT NULL,
  -- Means nothing without an amount.
  priced BOOLEAN NOT NULL,
  -- Happens to a subscription.
  subscription BOOLEAN NOT NULL,
  -- Tells of behaviour.
  interaction BOOLEAN NOT NULL);
