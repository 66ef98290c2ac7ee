-- 1 when a reversal of the chunk leaves fee or tax to its sale, a stored one waits for a sale of the chunk,
-- or a sale that was reversed is revised.
SELECT CAST(EXISTS (
    SELECT 1 FROM stage
    WHERE fault = 0 AND refers_to IS NOT NULL AND reverses(type) AND (fee IS NULL OR tax IS NULL))
  OR EXISTS (SELECT 1 FROM pending_reference WHERE target IN (SELECT id FROM stage WHERE fault = 0))
  OR EXISTS (SELECT 1 FROM store_info WHERE key = 'silent_reversals') AND EXISTS (
    SELECT 1 FROM seen AS s JOIN stage AS n ON n.id = s.id AND n.fault = 0 WHERE s.superseded IS NULL)
  AS INTEGER)
