-- Notes with which commit they were tried again.
UPDATE rejects SET replayed = (SELECT max(chunk) FROM chunk) WHERE reject IN (SELECT reject FROM replay)
