-- Who brought the fan of an event e, as its sender names them.
json_extract_string(e.attributes, '$.referred_by')
