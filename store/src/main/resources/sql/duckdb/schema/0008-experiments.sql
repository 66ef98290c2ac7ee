-- Version 8: price tests. What a test is stands in experiment and experiment_arm and never changes; what
-- happened in it is one numbered log, from which its state can be computed again. Amounts are minor units.
CREATE TABLE experiment (
  experiment INTEGER NOT NULL, name VARCHAR NOT NULL, creator BIGINT NOT NULL,
  creator_name VARCHAR NOT NULL, product VARCHAR NOT NULL, currency VARCHAR NOT NULL,
  created TIMESTAMP NOT NULL, settings VARCHAR NOT NULL);
CREATE TABLE experiment_arm (
  experiment INTEGER NOT NULL, arm SMALLINT NOT NULL, name VARCHAR NOT NULL, price BIGINT NOT NULL,
  contribution BIGINT NOT NULL, trial_days INTEGER NOT NULL, guarantee_days INTEGER NOT NULL,
  yearly_discount DOUBLE NOT NULL, tier VARCHAR NOT NULL);
-- kind: step (detail: the chances of the arms from now on), assigned, purchase, renewal, refund, churn,
-- removed, stopped, rolled_back. id is the hash of an outcome's own id in two halves.
CREATE TABLE experiment_log (
  experiment INTEGER NOT NULL, number BIGINT NOT NULL, time TIMESTAMP NOT NULL, kind VARCHAR NOT NULL,
  fan BIGINT, step INTEGER, arm SMALLINT, propensity DOUBLE, id_high BIGINT, id_low BIGINT, amount BIGINT,
  detail VARCHAR NOT NULL);
