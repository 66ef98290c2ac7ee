-- 1 when anything of the chunk names another event or was waited for.
SELECT CAST(EXISTS (
    SELECT 1 FROM stage
    WHERE fault = 0 AND refers_to IS NOT NULL AND (type = 'ad.revenue' OR (reverses(type) AND (stream IS NULL OR (fee IS NULL AND undone_fee IS NULL)))))
  OR EXISTS (SELECT 1 FROM pending_reference WHERE target IN (SELECT id FROM stage WHERE fault = 0))
  AS INTEGER)
