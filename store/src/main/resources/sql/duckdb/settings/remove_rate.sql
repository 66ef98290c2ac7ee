-- The rate of a pair and day, which another replaces.
DELETE FROM exchange_rate WHERE day = ? AND from_currency = ? AND to_currency = ?
