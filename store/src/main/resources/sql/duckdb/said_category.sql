-- What an event e says its content is about; empty where not said.
regexp_extract(coalesce(e.attributes, ''), '"category" *: *"([^"]*)"', 1)
