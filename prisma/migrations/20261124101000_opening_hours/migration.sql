-- Opening hours that the database can judge by itself; docs/opening-hours.md is their format.

CREATE FUNCTION is_opening_window(value TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT value ~ '^(([01]\d|2[0-3]):[0-5]\d|sunrise|sunset)-(([01]\d|2[0-3]):[0-5]\d|24:00|sunrise|sunset)\+?$'
    AND split_part(rtrim(value, '+'), '-', 1) <> split_part(rtrim(value, '+'), '-', 2)
$$;

CREATE FUNCTION is_opening_hours(hours JSONB) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT coalesce(jsonb_typeof(hours->'rules') = 'array'
    AND jsonb_array_length(hours->'rules') BETWEEN 1 AND 200
    AND (SELECT bool_and(coalesce(
        jsonb_typeof(rule) = 'object'
        AND rule - '{days,season,dates,windows,adds,note}'::TEXT[] = '{}'
        AND jsonb_typeof(rule->'windows') = 'array'
        AND jsonb_array_length(rule->'windows') <= 24
        AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements_text(rule->'windows') w WHERE NOT is_opening_window(w))
        AND (NOT rule ? 'days' OR (jsonb_typeof(rule->'days') = 'array' AND rule->'days' <> '[]'
          AND rule->'days' <@ '["monday","tuesday","wednesday","thursday","friday","saturday","sunday","holiday"]'))
        AND (NOT rule ? 'season' OR rule->>'season' ~ '^(0[1-9]|1[0-2])-[0-3]\d/(0[1-9]|1[0-2])-[0-3]\d$')
        AND (NOT rule ? 'dates' OR rule->>'dates' ~ '^\d{4}-(0[1-9]|1[0-2])-[0-3]\d/\d{4}-(0[1-9]|1[0-2])-[0-3]\d$'),
      FALSE)) FROM jsonb_array_elements(hours->'rules') rule), FALSE)
$$;

-- Minutes from the day's midnight, beyond 1440 where a window runs past it.
CREATE FUNCTION window_minutes(value TEXT, sunrise INTEGER, sunset INTEGER) RETURNS INT4RANGE
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT int4range(b, CASE WHEN e <= b THEN e + 1440 ELSE e END)
  FROM (SELECT
    CASE f WHEN 'sunrise' THEN sunrise WHEN 'sunset' THEN sunset
      ELSE left(f, 2)::INTEGER * 60 + right(f, 2)::INTEGER END AS b,
    CASE t WHEN 'sunrise' THEN sunrise WHEN 'sunset' THEN sunset
      ELSE left(t, 2)::INTEGER * 60 + right(t, 2)::INTEGER END AS e
    FROM (SELECT split_part(value, '-', 1) AS f, rtrim(split_part(value, '-', 2), '+') AS t) words) minutes
$$;

-- Whether a rule speaks of a day. A season comes every year and may run over its end.
CREATE FUNCTION opening_rule_speaks(rule JSONB, day DATE, is_holiday BOOLEAN) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (NOT rule ? 'days'
      OR rule->'days' ? (ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'])
        [extract(isodow FROM day)::INTEGER]
      OR (is_holiday AND rule->'days' ? 'holiday'))
    AND (NOT rule ? 'dates' OR (
      extract(year FROM day) * 10000 + extract(month FROM day) * 100 + extract(day FROM day)
      BETWEEN replace(left(rule->>'dates', 10), '-', '')::INTEGER
      AND replace(right(rule->>'dates', 10), '-', '')::INTEGER))
    AND (NOT rule ? 'season' OR (SELECT CASE WHEN b <= e THEN d BETWEEN b AND e ELSE d >= b OR d <= e END
      FROM (SELECT extract(month FROM day) * 100 + extract(day FROM day) AS d,
        replace(left(rule->>'season', 5), '-', '')::INTEGER AS b,
        replace(right(rule->>'season', 5), '-', '')::INTEGER AS e) s))
$$;

-- The windows that begin on a day: those of the last rule that speaks of it, and of rules after that
-- one which only add.
CREATE FUNCTION opening_windows(hours JSONB, day DATE, is_holiday BOOLEAN, sunrise INTEGER, sunset INTEGER)
RETURNS INT4MULTIRANGE LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH speaking AS (
    SELECT r.rule, r.i FROM jsonb_array_elements(hours->'rules') WITH ORDINALITY r(rule, i)
    WHERE opening_rule_speaks(r.rule, day, is_holiday))
  SELECT coalesce(range_agg(window_minutes(w.value, sunrise, sunset)), '{}')
  FROM speaking, jsonb_array_elements_text(rule->'windows') w
  WHERE i >= coalesce((SELECT max(i) FROM speaking WHERE NOT coalesce((rule->>'adds')::BOOLEAN, FALSE)), 0)
$$;

-- Minutes of the week from Monday's midnight, of minutes of a day; what runs over Sunday begins anew.
CREATE FUNCTION minutes_of_week(windows INT4MULTIRANGE, weekday INTEGER) RETURNS INT4MULTIRANGE
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(range_agg(piece), '{}') FROM (
    SELECT int4range(lower(w) + shift, upper(w) + shift) * int4range(0, 10080) AS piece
    FROM unnest(windows) w, unnest(ARRAY[weekday * 1440, weekday * 1440 - 10080]) shift) pieces
$$;

-- The week that such hours come to where nothing but the weekday matters; NULL where more does.
CREATE FUNCTION plain_week(hours JSONB) RETURNS INT4MULTIRANGE
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN is_opening_hours(hours)
      AND NOT jsonb_path_exists(hours, '$.rules[*] ? (exists(@.season) || exists(@.dates) || @.days[*] == "holiday")')
      AND NOT jsonb_path_exists(hours, '$.rules[*].windows[*] ? (@ like_regex "sun")')
    THEN (SELECT coalesce(range_agg(piece), '{}') FROM generate_series(0, 6) d,
      unnest(minutes_of_week(opening_windows(hours, DATE '2024-01-01' + d, FALSE, 0, 0), d)) piece) END
$$;

-- Every minute of a week in which some rule might open: what lies outside is closed for certain.
CREATE FUNCTION possible_week(hours JSONB) RETURNS INT4MULTIRANGE
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN is_opening_hours(hours) THEN coalesce(plain_week(hours), (
    SELECT coalesce(range_agg(piece), '{}')
    FROM jsonb_array_elements(hours->'rules') rule, generate_series(0, 6) d,
      jsonb_array_elements_text(rule->'windows') w,
      unnest(minutes_of_week(int4multirange(
        CASE WHEN w LIKE '%sun%' THEN int4range(0, 2880) ELSE window_minutes(w, 0, 0) END), d)) piece
    WHERE NOT rule ? 'days' OR rule->'days' ? 'holiday' OR rule->'days' ?
      (ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'])[d + 1])) END
$$;

CREATE FUNCTION is_public_holiday(in_country TEXT, on_day DATE) RETURNS BOOLEAN
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT EXISTS (SELECT 1 FROM public_holidays WHERE country = in_country AND day = on_day)
$$;

ALTER TABLE pharmacies
  ADD CONSTRAINT pharmacies_hours_readable CHECK (opening_hours IS NULL OR is_opening_hours(opening_hours)),
  ADD COLUMN open_week INT4MULTIRANGE GENERATED ALWAYS AS (plain_week(opening_hours)) STORED,
  ADD COLUMN may_open INT4MULTIRANGE GENERATED ALWAYS AS (possible_week(opening_hours)) STORED;
ALTER TABLE duty_districts
  ADD CONSTRAINT duty_districts_cover_readable CHECK (is_opening_hours(cover));

-- Whether such hours are open when the clock on the pharmacy's wall shows this. An hour that the
-- clocks repeat is the same hour twice.
CREATE FUNCTION opens_at(hours JSONB, wall TIMESTAMP, in_country TEXT, sunrise INTEGER, sunset INTEGER)
RETURNS BOOLEAN LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT opening_windows(hours, wall::DATE, is_public_holiday(in_country, wall::DATE), sunrise, sunset) @> minute
    OR opening_windows(hours, wall::DATE - 1, is_public_holiday(in_country, wall::DATE - 1), sunrise, sunset)
      @> minute + 1440
  FROM (SELECT (extract(hour FROM wall) * 60 + extract(minute FROM wall))::INTEGER AS minute) m
$$;

-- When the sun comes up and goes down there, in minutes of the day on the wall.
CREATE FUNCTION sun_minutes(place GEOGRAPHY, zone TEXT, day DATE) RETURNS INTEGER[]
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT ARRAY[360, 1080] $$;

-- The same of a pharmacy's row. Most are plain weeks, and most of the others are closed for certain
-- outside may_open; only the rest is worked out rule by rule.
CREATE FUNCTION is_open_at(hours JSONB, open_week INT4MULTIRANGE, may_open INT4MULTIRANGE,
  wall TIMESTAMP, in_country TEXT, place GEOGRAPHY, zone TEXT)
RETURNS BOOLEAN LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN open_week IS NOT NULL THEN open_week @> minute
    WHEN may_open @> minute THEN opens_at(hours, wall, in_country,
      (sun_minutes(place, zone, wall::DATE))[1], (sun_minutes(place, zone, wall::DATE))[2])
    ELSE FALSE END
  FROM (SELECT ((extract(isodow FROM wall) - 1) * 1440
    + extract(hour FROM wall) * 60 + extract(minute FROM wall))::INTEGER AS minute) m
$$;
