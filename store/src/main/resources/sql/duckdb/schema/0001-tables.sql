-- Version 1 of the store. Text ids live in creator, fan, content and product only; everywhere else
-- stands their keyed hash. Money is BIGINT minor units; sums are DECIMAL(38,0), so they cannot wrap.

CREATE TABLE store_info (key VARCHAR NOT NULL, value VARCHAR NOT NULL);

CREATE TYPE event_type AS ENUM (
  'tip', 'subscription.started', 'subscription.renewed', 'subscription.canceled',
  'subscription.payment_failed', 'ad.revenue', 'merch.order', 'brand.deal', 'refund', 'chargeback',
  'view', 'like', 'comment', 'share', 'follow', 'unfollow', 'session', 'price.exposure',
  'survey.van_westendorp', 'survey.gabor_granger', 'platform.health');
CREATE TYPE event_state AS ENUM ('estimated', 'final', 'paid');
CREATE TYPE revenue_stream AS ENUM ('tips', 'subscriptions', 'advertising', 'merchandise');

CREATE TABLE currency (currency SMALLINT NOT NULL, code VARCHAR NOT NULL, digits TINYINT NOT NULL);

-- Dimensions. Erasing a person deletes the row: the hash that stays cannot be turned back.
CREATE TABLE creator (creator BIGINT NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE fan (fan BIGINT NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE content (content BIGINT NOT NULL, name VARCHAR NOT NULL);
CREATE TABLE product (product BIGINT NOT NULL, name VARCHAR NOT NULL);

-- Where and who: one small number for each combination that occurs, instead of five text columns.
CREATE TABLE audience (
  audience INTEGER NOT NULL, source VARCHAR NOT NULL, country VARCHAR, age_band VARCHAR,
  gender VARCHAR, device VARCHAR);

-- The log. A row is never changed but for two marks: superseded (the chunk that brought a later
-- version) and the stream of a reversal whose sale came after it.
CREATE TABLE events (
  id UUID NOT NULL, chunk INTEGER NOT NULL, time TIMESTAMP NOT NULL, type event_type NOT NULL,
  stream revenue_stream, creator BIGINT NOT NULL, fan BIGINT, content BIGINT, product BIGINT,
  audience INTEGER NOT NULL, amount BIGINT, fee BIGINT, tax BIGINT, currency SMALLINT,
  quantity BIGINT, state event_state, refers_to UUID, gifted BOOLEAN, won BOOLEAN,
  watch_ms BIGINT, duration_ms BIGINT, completed BOOLEAN, value DOUBLE, attributes VARCHAR,
  superseded INTEGER);

-- References to events that have not come yet: a refund before its sale, a final before its estimate.
CREATE TABLE pending_reference (target UUID NOT NULL, event UUID NOT NULL, type event_type NOT NULL);

-- Rollups in buckets of 15 minutes of UTC. Rows are additions: a key may occur several times and
-- its value is the sum; compaction merges them.
CREATE TABLE revenue_rollup (
  creator BIGINT NOT NULL, bucket TIMESTAMP NOT NULL, stream revenue_stream,
  audience INTEGER NOT NULL, state event_state NOT NULL, currency SMALLINT NOT NULL,
  gross DECIMAL(38,0) NOT NULL, fee DECIMAL(38,0) NOT NULL, tax DECIMAL(38,0) NOT NULL,
  refunds DECIMAL(38,0) NOT NULL, chargebacks DECIMAL(38,0) NOT NULL,
  quantity DECIMAL(38,0) NOT NULL, sales BIGINT NOT NULL);
CREATE TABLE audience_rollup (
  creator BIGINT NOT NULL, bucket TIMESTAMP NOT NULL, type event_type NOT NULL,
  audience INTEGER NOT NULL, events BIGINT NOT NULL, interactions BIGINT NOT NULL, watch_ms BIGINT NOT NULL,
  completed BIGINT NOT NULL);
CREATE TABLE coverage (
  creator BIGINT NOT NULL, source VARCHAR NOT NULL, first TIMESTAMP NOT NULL,
  newest TIMESTAMP NOT NULL, events BIGINT NOT NULL);

-- One row a commit.
CREATE TABLE chunk (
  chunk INTEGER NOT NULL, batch VARCHAR NOT NULL, description VARCHAR NOT NULL,
  recorded TIMESTAMP NOT NULL, first_line BIGINT NOT NULL, last_line BIGINT NOT NULL,
  accepted BIGINT NOT NULL, corrections BIGINT NOT NULL, duplicates BIGINT NOT NULL,
  conflicts BIGINT NOT NULL, rejected BIGINT NOT NULL);
CREATE TABLE rejects (
  reject UUID NOT NULL, chunk INTEGER NOT NULL, batch VARCHAR NOT NULL, line BIGINT NOT NULL,
  field VARCHAR NOT NULL, value VARCHAR NOT NULL, reason VARCHAR NOT NULL, raw VARCHAR,
  stage VARCHAR NOT NULL, replayed INTEGER);

-- What late data changed in a day that was closed for its creator and platform.
CREATE TABLE revision (
  chunk INTEGER NOT NULL, creator BIGINT NOT NULL, source VARCHAR NOT NULL, day DATE NOT NULL,
  stream revenue_stream, currency SMALLINT, events BIGINT NOT NULL,
  gross_change DECIMAL(38,0) NOT NULL, net_change DECIMAL(38,0) NOT NULL);

CREATE TABLE creator_profile (creator BIGINT NOT NULL, zone VARCHAR NOT NULL, currency VARCHAR NOT NULL);
CREATE TABLE exchange_rate (
  day DATE NOT NULL, from_currency VARCHAR NOT NULL, to_currency VARCHAR NOT NULL,
  rate DECIMAL(38,18) NOT NULL);
