-- Version 7: what a reversal takes back of its sale's fee and tax where its sender says nothing of them.
-- Their fee and tax are NULL then.
ALTER TABLE events ADD COLUMN IF NOT EXISTS undone_fee BIGINT;
ALTER TABLE events ADD COLUMN IF NOT EXISTS undone_tax BIGINT;
