-- One chunk of the relation: typed, hashed, every row with its fault (0 when it is a valid event).
CREATE OR REPLACE TEMP TABLE stage AS
WITH received AS (
  SELECT * FROM (${relation}) WHERE line BETWEEN ${first} AND ${last}
),
typed AS (
  SELECT
    r.* EXCLUDE (raw, time_text),
    k.type AS kind,
    k.stream AS sale_stream,
    k.sign,
    k.priced,
    k.reversal,
    k.subscription,
    k.interaction,
    c.currency AS currency_number,
    c.digits
  FROM received AS r
  LEFT JOIN currency AS c ON c.code = upper(r.currency)
  LEFT JOIN event_types AS k ON k.type = try_cast(r.type AS event_type)
),
counted AS (
  SELECT
    t.*,
    coalesce(amount_minor, minor_units(amount_text, digits)) AS amount,
    coalesce(fee_minor, minor_units(fee_text, digits)) AS fee,
    coalesce(tax_minor, minor_units(tax_text, digits)) AS tax
  FROM typed AS t
)
SELECT
  d.line,
  event_id(d.source, d.id) AS id,
  d.time,
  d.kind AS type,
  CASE WHEN d.sign < 0
    THEN coalesce(sealed_stream(d.refers_to), try_cast(attribute(attributes, '$.stream') AS revenue_stream))
    ELSE d.sale_stream END AS stream,
  keyed('c', d.creator) AS creator,
  keyed('f', d.fan) AS fan,
  keyed('o', d.content) AS content,
  keyed('p', d.product) AS product,
  a.audience,
  d.amount,
  -- A reversal that says nothing of them takes its sale's back.
  CASE WHEN d.amount IS NOT NULL THEN coalesce(d.fee, CASE WHEN NOT d.reversal THEN 0 END) END AS fee,
  CASE WHEN d.amount IS NOT NULL THEN coalesce(d.tax, CASE WHEN NOT d.reversal THEN 0 END) END AS tax,
  NULL::BIGINT AS undone_fee,
  NULL::BIGINT AS undone_tax,
  -- A total so far, which a later one of the same id replaces.
  d.sign <> 0 AND coalesce(attribute(d.attributes, '$.so_far') = 'true', false) AS so_far,
  CASE WHEN d.amount IS NOT NULL THEN d.currency_number END AS currency,
  -- The native files say in value how many interactions a row of behaviour stands for.
  coalesce(d.quantity, CASE WHEN d.interaction THEN try_cast(d.value AS BIGINT) END, 1) AS quantity,
  CASE WHEN d.sign <> 0 THEN try_cast(coalesce(d.state, 'final') AS event_state) END AS state,
  CASE WHEN d.refers_to IS NOT NULL THEN event_id(d.source, d.refers_to) END AS refers_to,
  CASE WHEN kind = 'subscription.started' AND attributes IS NOT NULL
    THEN coalesce(attribute(attributes, '$.gifted') = 'true', false) END AS gifted,
  CASE WHEN kind = 'chargeback' AND attributes IS NOT NULL
    THEN coalesce(attribute(attributes, '$.won') = 'true', false) END AS won,
  d.watch_ms,
  d.duration_ms,
  d.completed,
  CASE WHEN NOT d.interaction THEN d.value END AS value,
  d.billing_interval,
  instant(d.paid_until) AS paid_until,
  try_cast(d.trial AS BOOLEAN) AS trial,
  keyed('f', d.other_fan) AS other_fan,
  kept(d.attributes) AS attributes,
  CASE
    WHEN d.error_reason IS NOT NULL THEN 1
    WHEN d.id IS NULL OR d.id = '' OR (starts_with(d.id, ' ') AND trim(d.id) = '') THEN 2
    WHEN too_long(d.id, 256) THEN 3
    WHEN d.source IS NULL OR trim(d.source) = '' THEN 4
    WHEN too_long(d.source, 64) THEN 5
    WHEN d.time IS NULL THEN 6
    WHEN d.time > TIMESTAMP '${latest}' THEN 7
    WHEN d.time < TIMESTAMP '2000-01-01' THEN 8
    WHEN d.kind IS NULL THEN 9
    WHEN d.creator IS NULL OR trim(d.creator) = '' THEN 10
    WHEN too_long(d.creator, 256) THEN 11
    WHEN too_long(d.fan, 256) THEN 12
    WHEN too_long(d.content, 256) THEN 13
    WHEN too_long(d.product, 256) THEN 14
    WHEN d.priced AND d.amount_minor IS NULL AND d.amount_text IS NULL THEN 17
    WHEN d.currency IS NULL AND (d.amount_minor IS NOT NULL OR d.amount_text IS NOT NULL) THEN 15
    WHEN d.currency IS NOT NULL AND d.currency_number IS NULL THEN 16
    WHEN d.amount_text IS NOT NULL AND d.amount IS NULL THEN
      CASE WHEN NOT is_decimal(d.amount_text) THEN 18
        WHEN decimals(d.amount_text) > d.digits THEN 19 ELSE 20 END
    WHEN d.amount < 0 THEN 21
    WHEN d.amount > ${largest} THEN 20
    WHEN no_money(d.amount_text) THEN 48
    WHEN d.fee_text IS NOT NULL AND d.fee IS NULL OR abs(d.fee::HUGEINT) > ${largest} THEN 22
    WHEN d.tax_text IS NOT NULL AND d.tax IS NULL OR abs(d.tax::HUGEINT) > ${largest} THEN 23
    WHEN d.quantity NOT BETWEEN 0 AND 1000000000000 THEN 24
    WHEN d.interaction AND d.value NOT BETWEEN 0 AND 1000000000000 THEN 32
    WHEN d.state IS NOT NULL AND try_cast(d.state AS event_state) IS NULL THEN 25
    WHEN d.country IS NOT NULL AND NOT regexp_full_match(d.country, '[A-Za-z]{2}') THEN 26
    WHEN too_long(d.age_band, 64) THEN 27
    WHEN too_long(d.gender, 64) THEN 28
    WHEN too_long(d.device, 64) THEN 29
    -- A sum over one chunk of the largest values still fits 64 bits.
    WHEN d.watch_ms NOT BETWEEN 0 AND 100000000000000 THEN 30
    WHEN d.duration_ms NOT BETWEEN 0 AND 100000000000000 THEN 31
    WHEN d.value IS NOT NULL AND NOT isfinite(d.value) THEN 32
    WHEN d.kind = 'platform.health' AND d.value IS NULL THEN 32
    WHEN d.attributes IS NOT NULL
      AND (NOT json_valid(d.attributes) OR json_type(d.attributes) <> 'OBJECT') THEN 33
    WHEN ${strict} AND d.attributes IS NOT NULL AND len(list_filter(json_keys(d.attributes),
      lambda k: k NOT IN ('gifted', 'won', 'stream', 'experiment', 'arm', 'propensity', 'bought', 'would_buy',
        'too_cheap', 'cheap', 'expensive', 'too_expensive', 'competitor', 'advised', 'chosen', 'by',
        'segment', 'expected', 'measure', 'other_source', 'since', 'open_ended', 'so_far',
        'campaign', 'starts', 'ends', 'holdout'))) > 0 THEN 34
    WHEN too_long(d.refers_to, 256) THEN 35
    -- Most rows stop at the next three conditions: the rest is looked at where it can apply.
    WHEN d.billing_interval IS NOT NULL OR d.paid_until IS NOT NULL OR d.trial IS NOT NULL THEN CASE
      WHEN NOT d.subscription THEN 40
      WHEN NOT is_interval(d.billing_interval) THEN 37
      WHEN d.paid_until IS NOT NULL AND instant(d.paid_until) IS NULL THEN 38
      WHEN d.trial IS NOT NULL AND try_cast(d.trial AS BOOLEAN) IS NULL THEN 39
      ELSE 0 END
    WHEN d.kind >= 'cost'::event_type OR d.other_fan IS NOT NULL THEN CASE
      WHEN d.kind = 'cost' AND (coalesce(d.fee, 0) <> 0 OR coalesce(d.tax, 0) <> 0) THEN 36
      WHEN d.kind = 'price.observed' AND coalesce(trim(d.product), '') = '' THEN 41
      WHEN d.kind = 'decision.taken' AND coalesce(trim(attribute(d.attributes, '$.chosen')), '') = '' THEN 42
      WHEN d.kind = 'decision.taken' AND attribute(d.attributes, '$.expected') IS NOT NULL
        AND NOT coalesce(isfinite(try_cast(attribute(d.attributes, '$.expected') AS DOUBLE)), false) THEN 47
      WHEN d.kind = 'campaign.planned' THEN CASE
        WHEN coalesce(trim(attribute(d.attributes, '$.campaign')), '') = '' THEN 49
        WHEN trim(attribute(d.attributes, '$.campaign')) = '[hidden]' THEN 52
        WHEN edge(attribute(d.attributes, '$.starts')) IS NULL OR edge(attribute(d.attributes, '$.ends')) IS NULL THEN 50
        WHEN lasting(attribute(d.attributes, '$.starts'), attribute(d.attributes, '$.ends')) THEN 0
        ELSE 51 END
      WHEN d.kind NOT IN ('identity.linked', 'identity.unlinked') THEN
        CASE WHEN d.other_fan IS NULL THEN 0 ELSE 46 END
      WHEN coalesce(d.fan, '') = '' OR coalesce(d.other_fan, '') = '' THEN 43
      WHEN too_long(d.other_fan, 256) THEN 44
      ELSE 0 END
    WHEN d.kind = 'price.exposure' AND attribute(d.attributes, '$.propensity') IS NOT NULL
      AND NOT is_propensity(attribute(d.attributes, '$.propensity')) THEN 45
    ELSE 0
  END::UTINYINT AS fault
FROM counted AS d
LEFT JOIN audience AS a
  ON a.source = d.source
  AND a.country IS NOT DISTINCT FROM upper(d.country)
  AND a.age_band IS NOT DISTINCT FROM d.age_band
  AND a.gender IS NOT DISTINCT FROM d.gender
  AND a.device IS NOT DISTINCT FROM d.device;
