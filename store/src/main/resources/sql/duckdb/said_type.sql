-- What an event e says its content is, as its sender wrote it; empty where not said.
regexp_extract(coalesce(e.attributes, ''), '"content_type" *: *"([^"]*)"', 1)
