-- Reversals that lost their stream with the batch.
CREATE OR REPLACE TEMP TABLE unsettled (id UUID);
