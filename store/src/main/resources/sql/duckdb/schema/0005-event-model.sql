-- Version 4: terms of subscription payments, links of identities, costs, observed prices, decisions. The
-- engine cannot add a value to a type, so that its columns are text for a moment.
ALTER TABLE events ALTER type TYPE VARCHAR;
ALTER TABLE pending_reference ALTER type TYPE VARCHAR;
ALTER TABLE audience_rollup ALTER type TYPE VARCHAR;
DROP TYPE event_type;
CREATE TYPE event_type AS ENUM (
  'tip', 'subscription.started', 'subscription.renewed', 'subscription.canceled',
  'subscription.payment_failed', 'ad.revenue', 'merch.order', 'brand.deal', 'refund', 'chargeback',
  'view', 'like', 'comment', 'share', 'follow', 'unfollow', 'session', 'price.exposure',
  'survey.van_westendorp', 'survey.gabor_granger', 'platform.health', 'cost', 'price.observed',
  'decision.taken', 'identity.linked', 'identity.unlinked');
ALTER TABLE events ALTER type TYPE event_type;
ALTER TABLE pending_reference ALTER type TYPE event_type;
ALTER TABLE audience_rollup ALTER type TYPE event_type;

-- billing_interval is what senders call interval, a word of SQL: an ISO 8601 duration.
ALTER TABLE events ADD COLUMN IF NOT EXISTS billing_interval VARCHAR;
ALTER TABLE events ADD COLUMN IF NOT EXISTS paid_until TIMESTAMP;
ALTER TABLE events ADD COLUMN IF NOT EXISTS trial BOOLEAN;
ALTER TABLE events ADD COLUMN IF NOT EXISTS other_fan BIGINT;

ALTER TABLE revenue_rollup ADD COLUMN IF NOT EXISTS costs DECIMAL(38,0) DEFAULT 0;
ALTER TABLE revenue_rollup ALTER costs SET NOT NULL;
