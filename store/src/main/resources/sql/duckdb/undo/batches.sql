-- The batches that can be taken back.
SELECT DISTINCT batch FROM chunk WHERE description <> 'taken back' ORDER BY batch;
