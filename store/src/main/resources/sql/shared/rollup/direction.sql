-- +1 for a sale; a reversal mirrors its sale, and one that was won back mirrors the mirror. A cost goes
-- out like a reversal and has neither fee nor tax. e: a signed event, k: its type.
e.sign * CASE WHEN e.won THEN 1 ELSE k.sign END
