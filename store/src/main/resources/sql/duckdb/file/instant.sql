-- RFC 3339 text as UTC; NULL without an offset, because a guess would move it by hours. The engine's plain
-- cast would drop the offset.
CASE WHEN length(${text}) >= 20 AND (right(${text}, 1) IN ('Z', 'z') OR left(right(${text}, 6), 1) IN ('+', '-'))
  THEN make_timestamp(epoch_us(try_cast(${text} AS TIMESTAMPTZ))) END
