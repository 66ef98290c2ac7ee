-- What an event says, beyond its id: two deliveries are duplicates when all of it is equal.
hash(${duckdb/ingest/said}, e.fan, e.other_fan, e.attributes)
