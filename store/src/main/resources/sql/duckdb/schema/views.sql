-- Views with stable names for BI tools; docs/schema.md describes them. Amounts are minor units.

CREATE OR REPLACE VIEW event_versions AS
SELECT
  e.id, e.time, CAST(e.type AS VARCHAR) AS type, CAST(e.stream AS VARCHAR) AS stream,
  a.source, c.name AS creator, f.name AS fan, o.name AS content, p.name AS product,
  e.amount AS amount_minor, e.fee AS fee_minor, e.tax AS tax_minor, m.code AS currency,
  e.quantity, CAST(e.state AS VARCHAR) AS state, e.refers_to, e.gifted, e.won, a.country, a.age_band,
  a.gender, a.device, e.watch_ms, e.duration_ms, e.completed, e.value, e.attributes,
  e.billing_interval AS "interval", e.paid_until, e.trial, g.name AS other_fan,
  -- What a reversal that says neither takes back of its sale's.
  e.undone_fee AS undone_fee_minor, e.undone_tax AS undone_tax_minor,
  e.chunk AS recorded_in,
  -- Who has no name here: erased, or exported so by another store.
  CASE WHEN f.name IS NULL THEN e.fan END AS unnamed_fan,
  e.superseded AS superseded_in
FROM events AS e
JOIN audience AS a ON a.audience = e.audience
LEFT JOIN creator AS c ON c.creator = e.creator
LEFT JOIN fan AS f ON f.fan = e.fan
LEFT JOIN fan AS g ON g.fan = e.other_fan
LEFT JOIN content AS o ON o.content = e.content
LEFT JOIN product AS p ON p.product = e.product
LEFT JOIN currency AS m ON m.currency = e.currency;

CREATE OR REPLACE VIEW current_events AS
SELECT * EXCLUDE (superseded_in) FROM event_versions WHERE superseded_in IS NULL;

CREATE OR REPLACE VIEW revenue_15min AS
SELECT
  c.name AS creator, time_bucket(INTERVAL 15 MINUTE, r.bucket) AS bucket,
  CAST(r.stream AS VARCHAR) AS stream, a.source, a.country, a.age_band,
  a.gender, a.device, CAST(r.state AS VARCHAR) AS state, m.code AS currency, m.digits,
  sum(r.gross) AS gross, sum(r.fee) AS fee, sum(r.tax) AS tax, sum(r.refunds) AS refunds,
  sum(r.chargebacks) AS chargebacks, sum(r.costs) AS costs,
  sum(r.gross - r.fee - r.tax - r.refunds - r.chargebacks - r.costs) AS net,
  sum(r.quantity) AS quantity, sum(r.sales) AS sales
FROM revenue_rollup AS r
JOIN audience AS a ON a.audience = r.audience
JOIN currency AS m ON m.currency = r.currency
LEFT JOIN creator AS c ON c.creator = r.creator
GROUP BY ALL
-- Where all that was added was taken back again, nothing is left to tell.
HAVING sum(r.gross) <> 0 OR sum(r.fee) <> 0 OR sum(r.tax) <> 0 OR sum(r.refunds) <> 0
  OR sum(r.chargebacks) <> 0 OR sum(r.costs) <> 0 OR sum(r.quantity) <> 0 OR sum(r.sales) <> 0;

CREATE OR REPLACE VIEW audience_15min AS
SELECT
  c.name AS creator, time_bucket(INTERVAL 15 MINUTE, r.bucket) AS bucket,
  CAST(r.type AS VARCHAR) AS type, a.source, a.country, a.age_band,
  a.gender, a.device, sum(r.events) AS events, sum(r.interactions) AS interactions,
  sum(r.watch_ms) AS watch_ms, sum(r.completed) AS completed
FROM audience_rollup AS r
JOIN audience AS a ON a.audience = r.audience
LEFT JOIN creator AS c ON c.creator = r.creator
GROUP BY ALL;

CREATE OR REPLACE VIEW reversals_without_sale AS
SELECT
  e.id, e.time, CAST(e.type AS VARCHAR) AS type, c.name AS creator, a.source, e.amount AS amount_minor,
  m.code AS currency, e.refers_to IS NOT NULL AS waits
FROM events AS e
JOIN event_types AS k ON k.type = e.type
JOIN audience AS a ON a.audience = e.audience
LEFT JOIN creator AS c ON c.creator = e.creator
LEFT JOIN currency AS m ON m.currency = e.currency
WHERE k.reversal AND e.superseded IS NULL AND e.stream IS NULL;

CREATE OR REPLACE VIEW rejected_rows AS
SELECT k.recorded, r.batch, r.line, r.field, r.value, r.reason, r.raw, r.replayed IS NOT NULL AS replayed
FROM rejects AS r JOIN chunk AS k ON k.chunk = r.chunk;

CREATE OR REPLACE VIEW revisions AS
SELECT
  k.recorded, k.batch, c.name AS creator, r.source, r.day, CAST(r.stream AS VARCHAR) AS stream,
  m.code AS currency, r.events, r.gross_change, r.net_change
FROM revision AS r
JOIN chunk AS k ON k.chunk = r.chunk
LEFT JOIN creator AS c ON c.creator = r.creator
LEFT JOIN currency AS m ON m.currency = r.currency;

CREATE OR REPLACE VIEW batches AS
SELECT
  batch, min(recorded) AS recorded, count(*) AS commits, sum(accepted) AS accepted,
  sum(corrections) AS corrections, sum(duplicates) AS duplicates, sum(conflicts) AS conflicts,
  sum(rejected) AS rejected
FROM chunk
GROUP BY batch;

CREATE OR REPLACE VIEW exchange_rates AS
SELECT day AS date, from_currency AS "from", to_currency AS "to", rate FROM exchange_rate;

CREATE OR REPLACE VIEW forecasts AS
SELECT
  f.run, r.made, c.name AS creator, f.stream, f.data_through, f.step, f.day, f.currency, m.digits,
  f.mean, f.p50, f.lo68, f.hi68, f.lo95, f.hi95, f.conservative, f.likely, f.optimistic,
  r.model, r.options, r.seed, r.version
FROM forecast AS f
JOIN forecast_run AS r ON r.run = f.run
LEFT JOIN currency AS m ON m.code = f.currency
LEFT JOIN creator AS c ON c.creator = f.creator;

CREATE OR REPLACE VIEW models AS
SELECT model, made, data_through, creators, options, seed, version, octet_length(content) AS bytes
FROM learned_model;
