-- Other batches of which rows were refused because something had come before: maybe the batch.
SELECT DISTINCT batch FROM chunk
WHERE duplicates + conflicts > 0 AND chunk > (SELECT min(chunk) FROM gone_chunk)
  AND batch NOT IN (SELECT batch FROM chunk WHERE chunk IN (SELECT chunk FROM gone_chunk))
ORDER BY batch;
