-- Version 9: plans of campaigns. The engine cannot add a value to a type, so that its columns are text for a moment.
ALTER TABLE events ALTER type TYPE VARCHAR;
ALTER TABLE pending_reference ALTER type TYPE VARCHAR;
ALTER TABLE audience_rollup ALTER type TYPE VARCHAR;
ALTER TABLE event_types ALTER type TYPE VARCHAR;
DROP TYPE event_type;
CREATE TYPE event_type AS ENUM (
  'tip', 'subscription.started', 'subscription.renewed', 'subscription.canceled',
  'subscription.payment_failed', 'ad.revenue', 'merch.order', 'brand.deal', 'refund', 'chargeback',
  'view', 'like', 'comment', 'share', 'follow', 'unfollow', 'session', 'price.exposure',
  'survey.van_westendorp', 'survey.gabor_granger', 'platform.health', 'cost', 'price.observed',
  'decision.taken', 'identity.linked', 'identity.unlinked', 'campaign.planned');
ALTER TABLE events ALTER type TYPE event_type;
ALTER TABLE pending_reference ALTER type TYPE event_type;
ALTER TABLE audience_rollup ALTER type TYPE event_type;
ALTER TABLE event_types ALTER type TYPE event_type;
