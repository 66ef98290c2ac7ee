-- Exact decimal text in major units to minor units: text only, no floating point, no rounding.
-- NULL when the text is no plain decimal number, has too many decimals or does not fit 64 bits.
CREATE OR REPLACE TEMP MACRO is_decimal(txt) AS
  length(txt) <= 64 AND regexp_full_match(trim(txt), '[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)');
CREATE OR REPLACE TEMP MACRO decimals(txt) AS
  length(rtrim(split_part(trim(txt), '.', 2), '0'));
CREATE OR REPLACE TEMP MACRO minor_units(txt, digits) AS
  CASE WHEN txt IS NULL OR NOT is_decimal(txt) OR decimals(txt) > digits THEN NULL
  ELSE try_cast(split_part(trim(txt), '.', 1)
    || rpad(left(split_part(trim(txt), '.', 2), digits), digits, '0') AS BIGINT) END;
-- Whole numbers that no sale costs are telephone numbers or ids in the wrong column, however many their digits.
CREATE OR REPLACE TEMP MACRO no_money(txt) AS
  length(txt) > 9 AND NOT contains(txt, '.')
  AND (length(ltrim(trim(txt), '+-0')) > 11
    OR coalesce(abs(try_cast(trim(txt) AS BIGINT)) > ${largest_whole}, false)
    OR starts_with(trim(txt), '+') AND length(trim(txt)) > 10);
-- Keyed hashes, as core's KeyedHash computes them. The key is a variable of the session: no text of a
-- statement, and so no message, can hold it. A reject keeps a text that says who a person is
-- only as this hash, behind a mark, so that a later try finds the same fan and the same event.
CREATE OR REPLACE TEMP MACRO mark() AS chr(31) || 'sealed:';
CREATE OR REPLACE TEMP MACRO unsealed(txt) AS
  CASE WHEN starts_with(txt, mark()) THEN substr(txt, 9) END;
CREATE OR REPLACE TEMP MACRO keyed(tag, txt) AS
  coalesce(try_cast(unsealed(txt) AS BIGINT),
    (md5_number(getvariable('salt') || tag || ':' || txt) & 9223372036854775807::UHUGEINT)::BIGINT);
CREATE OR REPLACE TEMP MACRO event_id(origin, txt) AS
  coalesce(try_cast(split_part(unsealed(txt), ':', 1) AS UUID),
    md5_number(getvariable('salt') || 'e:' || origin || chr(31) || txt)::UUID);
-- An export says behind the id of a sale in which stream it was: the sale itself may not come with it.
CREATE OR REPLACE TEMP MACRO sealed_stream(txt) AS
  try_cast(split_part(unsealed(txt), ':', 2) AS revenue_stream);
CREATE OR REPLACE TEMP MACRO sealed(telling, txt, hashed) AS
  CASE WHEN NOT telling THEN txt WHEN strlen(txt) > 256 THEN hidden(txt)
  ELSE mark() || hashed::VARCHAR END;
-- A fan's own id stands in the table fan and nowhere else: a reject keeps the number that the log makes of it.
-- One that is too long stays so, to be refused again.
CREATE OR REPLACE TEMP MACRO sealed_fan(txt) AS
  CASE WHEN txt = '' THEN '' WHEN strlen(txt) > 256 THEN repeat('[hidden]', 33)
  ELSE mark() || keyed('f', txt)::VARCHAR END;
-- Numbers of orders look like telephone numbers.
CREATE OR REPLACE TEMP MACRO told(field, txt) AS
  CASE WHEN field IN ('id', 'refers_to') THEN hidden_row(txt) ELSE hidden(txt) END;
-- Of a field that holds no free text a reject keeps only what has the field's form: anything else
-- could not be taken in later either, and may be a person's.
CREATE OR REPLACE TEMP MACRO formed(txt, form) AS
  CASE WHEN txt IS NULL OR regexp_full_match(hidden(txt), form) THEN txt ELSE '[hidden]' END;
-- The same of fields that hold one of a few words.
CREATE OR REPLACE TEMP MACRO worded(field, txt) AS formed(txt, CASE field
  WHEN 'country' THEN '${country}' WHEN 'currency' THEN '${currency}' WHEN 'state' THEN '${state}'
  WHEN 'gender' THEN '${gender}' WHEN 'device' THEN '${device}' WHEN 'age_band' THEN '${age_band}' END);
-- What is wrong in such a field is shown while it is one word, as no full name is.
CREATE OR REPLACE TEMP MACRO one_word(txt) AS CASE WHEN names_person(txt) THEN '[hidden]' ELSE txt END;
-- Attributes without what is personal in them. The condition is met by all of these and few others.
CREATE OR REPLACE TEMP MACRO kept(json) AS
  CASE WHEN regexp_matches(json, '${suspect}') THEN hidden(json) ELSE json END;
CREATE OR REPLACE TEMP MACRO too_long(txt, most) AS coalesce(strlen(txt) > most, false);
CREATE OR REPLACE TEMP MACRO attribute(json, path) AS
  CASE WHEN json IS NULL OR NOT json_valid(json) THEN NULL ELSE json_extract_string(json, path) END;
-- Text as UTC; NULL without an offset, because a guess would move it by hours.
CREATE OR REPLACE TEMP MACRO instant(txt) AS
  CASE WHEN length(txt) >= 20 AND (right(txt, 1) IN ('Z', 'z') OR left(right(txt, 6), 1) IN ('+', '-'))
  THEN make_timestamp(epoch_us(try_cast(txt AS TIMESTAMPTZ))) END;
-- Where a campaign begins or ends: a time of RFC 3339, or a whole day.
CREATE OR REPLACE TEMP MACRO edge(txt) AS
  CASE WHEN regexp_full_match(txt, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN CAST(try_cast(txt AS DATE) AS TIMESTAMP)
  WHEN regexp_full_match(txt, '[0-9-]{10}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})')
  THEN instant(txt) END;
-- Whether a campaign ends after it begins and not too late; a day belongs to it whole.
CREATE OR REPLACE TEMP MACRO lasting(starts, ends) AS
  edge(ends) + CASE WHEN length(ends) = 10 THEN INTERVAL 1 DAY ELSE INTERVAL 0 DAY END > edge(starts)
  AND edge(ends) < edge(starts) + INTERVAL 366 DAY;
-- ISO 8601 in years, months, weeks and days, of which some are there.
CREATE OR REPLACE TEMP MACRO is_interval(txt) AS
  regexp_full_match(txt, 'P([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?')
  AND regexp_matches(txt, '[1-9]');
CREATE OR REPLACE TEMP MACRO is_propensity(txt) AS
  coalesce(try_cast(txt AS DOUBLE) > 0 AND try_cast(txt AS DOUBLE) <= 1, false);
-- Whether an event takes a sale back.
CREATE OR REPLACE TEMP MACRO reverses(kind) AS kind IN (SELECT type FROM event_types WHERE reversal);
-- What of a total belongs to a part of a whole, rounding half up.
CREATE OR REPLACE TEMP MACRO belonging(total, part, whole) AS
  sign(total) * ((2 * abs(total::HUGEINT) * greatest(least(part, whole), 0) + whole) // (2 * whole::HUGEINT));
-- The types whose names are most like a text.
CREATE OR REPLACE TEMP MACRO alike_types(txt) AS list_transform(
  list_reverse_sort(list_filter(
    list_transform(enum_range(NULL::event_type)::VARCHAR[],
      lambda t: {'likeness': jaro_winkler_similarity(lower(txt), t), 'type': t}),
    lambda c: c.likeness >= 0.8))[:3],
  lambda c: c.type);

-- What can be wrong with a row: the first that applies is reported.
CREATE OR REPLACE TEMP TABLE fault AS SELECT * FROM (VALUES
  (1, 'row', 'The row could not be read.'),
  (2, 'id', 'id is missing. Every event needs the sender''s own id, unique within its source.'),
  (3, 'id', 'id is longer than 256 bytes. Send a shorter one, such as a UUID.'),
  (4, 'source', 'source is missing. Name the platform or system that reports.'),
  (5, 'source', 'source is longer than 64 bytes. Name the platform shortly.'),
  (6, 'time', 'time is missing or unreadable. Write it like 2026-01-31T18:30:00Z.'),
  (7, 'time', 'time is in the future. Check the sender''s clock and time zone.'),
  (8, 'time', 'time is before 2000. Check the sender''s clock and the unit of its timestamps.'),
  (9, 'type', 'type is unknown. Use one of the documented types, such as tip or view.'),
  (10, 'creator', 'creator is missing. Every event concerns one.'),
  (11, 'creator', 'creator is longer than 256 bytes. Send a shorter id.'),
  (12, 'fan', 'fan is longer than 256 bytes. Send a shorter id.'),
  (13, 'content', 'content is longer than 256 bytes. Send a shorter id.'),
  (14, 'product', 'product is longer than 256 bytes. Send a shorter id.'),
  (15, 'currency', 'currency is missing. Give the ISO 4217 code, such as USD.'),
  (16, 'currency', 'currency is unknown. Use an ISO 4217 code, such as USD, EUR or JPY.'),
  (17, 'amount', 'amount is missing. This type of event needs one.'),
  (18, 'amount', 'amount is not a decimal number. Write it like 12.50.'),
  (19, 'amount', 'amount has more decimals than its currency. Round it at its source.'),
  (20, 'amount', 'amount is above ${largest} minor units (' || ${largest} // 100 || ' with two decimals), the largest that is taken. Check its unit.'),
  (21, 'amount', 'amount is negative. Send a refund that refers to the sale instead.'),
  (22, 'fee', 'fee is not an amount in the currency of the event, or is too large for one. Write it like 1.50.'),
  (23, 'tax', 'tax is not an amount in the currency of the event, or is too large for one. Write it like 1.50.'),
  (24, 'quantity', 'quantity must be 0 to 1000000000000. Check its unit.'),
  (25, 'state', 'state is unknown. Use estimated, final or paid.'),
  (26, 'country', 'country is not an ISO 3166-1 code of two letters, such as BR.'),
  (27, 'age_band', 'age_band is longer than 64 bytes. Write it like 18-24.'),
  (28, 'gender', 'gender is longer than 64 bytes.'),
  (29, 'device', 'device is longer than 64 bytes.'),
  (30, 'watch_ms', 'watch_ms must be 0 to 100000000000000. Check its unit.'),
  (31, 'duration_ms', 'duration_ms must be 0 to 100000000000000. Check its unit.'),
  (32, 'value', 'value is missing or no number that this type of event can have. Check its unit.'),
  (33, 'attributes', 'attributes is not a JSON object.'),
  (34, 'attributes', 'A field is unknown. Remove it, or ingest without strict to keep it.'),
  (35, 'refers_to', 'refers_to is longer than 256 bytes. It is the id of another event.'),
  (36, 'fee', 'A cost has no fee and no tax of its own. Add them to its amount.'),
  (37, 'interval', 'interval is no ISO 8601 duration of days or longer. Write it like P1M, P1Y or P4W.'),
  (38, 'paid_until', 'paid_until is unreadable. Write it like 2026-01-31T18:30:00Z.'),
  (39, 'trial', 'trial must be true or false.'),
  (40, 'type', 'interval, paid_until and trial are of subscriptions. Send them with subscription.started or subscription.renewed.'),
  (41, 'product', 'product is missing. A price that was observed is that of a product.'),
  (42, 'chosen', 'chosen is missing. Name the action that was taken, or none.'),
  (43, 'other_fan', 'fan or other_fan is missing. A link of identities needs both ids.'),
  (44, 'other_fan', 'other_fan is longer than 256 bytes. Send a shorter id.'),
  (45, 'propensity', 'propensity must be above 0 and at most 1. It is the probability with which the arm was shown.'),
  (46, 'other_fan', 'other_fan is of identity.linked and identity.unlinked. Send it with one of these types.'),
  (47, 'expected', 'expected is not a number. Write it like 12.5, and its unit in measure.'),
  (48, 'amount', 'amount looks like a telephone number or an id: whole amounts are taken up to ${largest_whole}, with + up to nine digits. Check its column, or write it with decimals.'),
  (49, 'campaign', 'campaign is missing. Name it, such as marathon: campaigns of one name teach each other their shape.'),
  (50, 'ends', 'starts or ends is missing or unreadable. Write both like 2026-01-31T18:30:00Z, or as days like 2026-01-31.'),
  (51, 'ends', 'ends must come after starts, within 366 days. Check both, or tell of a longer campaign in parts.'),
  (52, 'campaign', 'campaign was hidden: its column is called as one of names of people. Rename the column, such as campaign_name, so that campaigns can be told apart.'),
  (100, 'id', 'Another event with this id came before; the first is kept. Use a new id for a new event.')
) AS list (fault, field, reason);
