-- A total so far of nothing, of which nothing was ever told, is no event.
UPDATE stage SET fault = 103
WHERE fault = 0 AND so_far AND amount = 0 AND id NOT IN (SELECT id FROM seen)
  AND id NOT IN (SELECT id FROM stage WHERE fault = 0 AND so_far AND amount <> 0);
