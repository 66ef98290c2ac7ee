-- What was learned from all creators, kept with how to make it again. The newest is used.
CREATE TABLE learned_model (
  model INTEGER NOT NULL, made TIMESTAMP NOT NULL, data_through TIMESTAMP NOT NULL,
  creators INTEGER NOT NULL, options VARCHAR NOT NULL, seed BIGINT NOT NULL,
  version VARCHAR NOT NULL, format INTEGER NOT NULL, content BLOB NOT NULL);
