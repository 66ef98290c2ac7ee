-- The newest model that a program of this format can read, 0 when there is none.
SELECT coalesce(max(model), 0) AS model FROM learned_model WHERE format = ?
