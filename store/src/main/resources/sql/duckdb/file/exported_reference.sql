-- The event that an exported one refers to, with the stream of its sale behind it.
CASE WHEN ${id} IS NOT NULL THEN ${mark} || concat_ws(':', ${id}::VARCHAR, stream) END
