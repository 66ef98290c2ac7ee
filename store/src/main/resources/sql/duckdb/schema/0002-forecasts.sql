-- Version 2: forecasts that were made, kept with what is needed to make them again.
CREATE TABLE forecast_run (
  run INTEGER NOT NULL, made TIMESTAMP NOT NULL, model VARCHAR NOT NULL, options VARCHAR NOT NULL,
  seed BIGINT NOT NULL, version VARCHAR NOT NULL);

-- One day of one creator's stream, or of all of them (stream 'total'). Minor units of the currency.
CREATE TABLE forecast (
  run INTEGER NOT NULL, creator BIGINT NOT NULL, stream VARCHAR NOT NULL,
  data_through TIMESTAMP NOT NULL, step INTEGER NOT NULL, day DATE NOT NULL,
  currency VARCHAR NOT NULL, mean BIGINT NOT NULL, p50 BIGINT NOT NULL,
  lo68 BIGINT NOT NULL, hi68 BIGINT NOT NULL, lo95 BIGINT NOT NULL, hi95 BIGINT NOT NULL,
  conservative BIGINT NOT NULL, likely BIGINT NOT NULL, optimistic BIGINT NOT NULL);
