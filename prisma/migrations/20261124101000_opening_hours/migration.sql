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
        AND (NOT rule ? 'adds' OR rule->'adds' = 'true')
        AND (NOT rule ? 'season' OR rule->>'season' ~ '^(0[1-9]|1[0-2])-[0-3]\d/(0[1-9]|1[0-2])-[0-3]\d$')
        AND (NOT rule ? 'dates' OR rule->>'dates' ~ '^\d{4}-(0[1-9]|1[0-2])-[0-3]\d/\d{4}-(0[1-9]|1[0-2])-[0-3]\d$'),
      FALSE)) FROM jsonb_array_elements(hours->'rules') rule), FALSE)
$$;

-- Minutes from the day's midnight, beyond 1440 where a window runs past it. NULL where it hangs on a
-- sun that does not come up.
CREATE FUNCTION window_minutes(value TEXT, sunrise INTEGER, sunset INTEGER) RETURNS INT4RANGE
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN b + e IS NOT NULL THEN int4range(b, CASE WHEN e <= b THEN e + 1440 ELSE e END) END
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

-- Minutes of the week from Monday's midnight, of minutes of a day (0 is Monday); what runs over Sunday
-- begins anew.
CREATE FUNCTION minutes_of_week(windows INT4MULTIRANGE, weekday INTEGER) RETURNS INT4MULTIRANGE
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE found INT4MULTIRANGE := '{}'; piece INT4RANGE;
BEGIN
  FOR piece IN SELECT unnest(windows) LOOP
    piece := int4range(lower(piece) + weekday * 1440, upper(piece) + weekday * 1440);
    found := found + int4multirange(piece * int4range(0, 10080))
      + int4multirange(int4range(0, greatest(upper(piece) - 10080, 0)));
  END LOOP;
  RETURN found;
END $$;

-- The week that such hours come to where nothing but the weekday matters; NULL where more does. Loops,
-- since this runs for every row that is written, and files bring many.
CREATE FUNCTION plain_week(hours JSONB) RETURNS INT4MULTIRANGE
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  names CONSTANT TEXT[] := ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'];
  week INT4MULTIRANGE[] := array_fill('{}'::INT4MULTIRANGE, ARRAY[7]);
  found INT4MULTIRANGE := '{}'; opened INT4MULTIRANGE; rule JSONB; win TEXT;
BEGIN
  IF NOT is_opening_hours(hours) THEN RETURN NULL; END IF;
  FOR rule IN SELECT value FROM jsonb_array_elements(hours->'rules') LOOP
    IF rule ?| ARRAY['season', 'dates'] OR rule->'days' ? 'holiday' OR rule->>'windows' LIKE '%sun%'
    THEN RETURN NULL; END IF;
    opened := '{}';
    FOR win IN SELECT value FROM jsonb_array_elements_text(rule->'windows') LOOP
      opened := opened + int4multirange(window_minutes(win, 0, 0));
    END LOOP;
    FOR d IN 1..7 LOOP
      CONTINUE WHEN NOT coalesce(rule->'days' ? names[d], TRUE);
      week[d] := CASE WHEN rule ? 'adds' THEN week[d] + opened ELSE opened END;
    END LOOP;
  END LOOP;
  FOR d IN 1..7 LOOP found := found + minutes_of_week(week[d], d - 1); END LOOP;
  RETURN found;
END $$;

-- Every minute of a week in which some rule might open: what lies outside is closed for certain.
CREATE FUNCTION possible_week(hours JSONB) RETURNS INT4MULTIRANGE
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  names CONSTANT TEXT[] := ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'];
  found INT4MULTIRANGE := plain_week(hours); opened INT4MULTIRANGE; rule JSONB; win TEXT;
BEGIN
  IF found IS NOT NULL OR NOT is_opening_hours(hours) THEN RETURN found; END IF;
  found := '{}';
  FOR rule IN SELECT value FROM jsonb_array_elements(hours->'rules') LOOP
    opened := '{}';
    FOR win IN SELECT value FROM jsonb_array_elements_text(rule->'windows') LOOP
      opened := opened + int4multirange(
        CASE WHEN win LIKE '%sun%' THEN int4range(0, 2880) ELSE window_minutes(win, 0, 0) END);
    END LOOP;
    FOR d IN 1..7 LOOP
      IF coalesce(rule->'days' ?| ARRAY[names[d], 'holiday'], TRUE) THEN
        found := found + minutes_of_week(opened, d - 1);
      END IF;
    END LOOP;
  END LOOP;
  RETURN found;
END $$;

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

-- When the sun comes up and goes down there around that day's noon, in minutes of the day on the wall:
-- the formulas of the suncalc library (Meeus, chapters 15 and 25), for years until 2050 with its exact
-- difference of clocks and beyond with its estimate. The whole day where it stays up; NULL where it
-- does not come up.
CREATE FUNCTION sun_minutes(place GEOGRAPHY, zone TEXT, on_day DATE) RETURNS INTEGER[]
LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT AS $$
DECLARE
  rad CONSTANT FLOAT8 := pi() / 180;
  h0 CONSTANT FLOAT8 := -0.833 * pi() / 180;
  lw CONSTANT FLOAT8 := pi() / 180 * -ST_X(place::geometry);
  phi CONSTANT FLOAT8 := pi() / 180 * ST_Y(place::geometry);
  wanted FLOAT8; d FLOAT8; transit FLOAT8; noon_dec FLOAT8; cos_h FLOAT8; hour FLOAT8; sin_h FLOAT8;
  t FLOAT8; tt FLOAT8; y FLOAT8; delta FLOAT8; anomaly FLOAT8; node FLOAT8; lon FLOAT8; tilt FLOAT8;
  ra FLOAT8; dec FLOAT8; wall TIMESTAMP; found INTEGER[] := '{}';
BEGIN
  wanted := extract(epoch FROM (on_day + TIME '12:00') AT TIME ZONE zone)::FLOAT8 / 86400
    - 0.5 + 2440588 - 2451545;
  d := floor(wanted - 0.0009 - lw / (2 * pi()) + 0.5) + 0.0009 + lw / (2 * pi());
  -- Three steps to the transit, one for its declination, then two to each horizon.
  FOR step IN 1..8 LOOP
    y := 2000 + d / 365.2425;
    delta := CASE WHEN y < 2050 THEN 62.92 + (y - 2000) * (0.32217 + (y - 2000) * 0.005589)
      ELSE -20 + 32 * ((y - 1820) / 100) * ((y - 1820) / 100) - 0.5628 * (2150 - y) END;
    tt := d + delta / 86400;
    t := tt / 36525;
    anomaly := rad * (357.52911 + t * (35999.05029 - t * 0.0001537));
    node := rad * (125.04 - 1934.136 * t);
    lon := rad * (280.46646 + t * (36000.76983 + t * 0.0003032))
      + rad * ((1.914602 - t * (0.004817 + t * 0.000014)) * sin(anomaly)
        + (0.019993 - 0.000101 * t) * 2 * sin(anomaly) * cos(anomaly)
        + 0.000289 * sin(anomaly) * (3 - 4 * sin(anomaly) * sin(anomaly)))
      - rad * (0.00569 + 0.00478 * sin(node));
    tilt := rad * (23.439291 - t * (0.0130042 + t * (0.00000016 - t * 0.000000504)))
      + rad * 0.00256 * cos(node);
    ra := atan2(cos(tilt) * sin(lon), cos(lon));
    dec := asin(sin(tilt) * sin(lon));
    hour := rad * (280.46061837 + 360.98564736629 * d) - lw - ra;
    hour := hour - 2 * pi() * floor(hour / (2 * pi()) + 0.5);
    IF step <= 3 THEN
      d := d - hour / (2 * pi());
    ELSIF step = 4 THEN
      transit := d;
      noon_dec := dec;
      cos_h := (sin(h0) - sin(phi) * sin(noon_dec)) / (cos(phi) * cos(noon_dec));
      IF cos_h < -1 OR cos_h > 1 THEN
        RETURN CASE WHEN asin(sin(phi) * sin(noon_dec) + cos(phi) * cos(noon_dec)) > h0
          THEN ARRAY[0, 1440] END;
      END IF;
      d := transit - acos(cos_h) / (2 * pi());
    ELSE
      sin_h := cos(phi) * cos(dec) * sin(hour);
      IF abs(sin_h) >= 1e-6 THEN
        d := d + (asin(sin(phi) * sin(dec) + cos(phi) * cos(dec) * cos(hour)) - h0) / (2 * pi() * sin_h);
      END IF;
      IF step IN (6, 8) THEN
        wall := to_timestamp(trunc((d + 2451545 + 0.5 - 2440588) * 86400000) / 1000) AT TIME ZONE zone;
        found := found || (extract(hour FROM wall) * 60 + extract(minute FROM wall))::INTEGER;
        d := transit + acos(cos_h) / (2 * pi());
      END IF;
    END IF;
  END LOOP;
  RETURN found;
END $$;

-- Whether such hours are open when the clock on the wall there shows this. An hour that the clocks
-- repeat is the same hour twice. The same rules as opening_windows(), without making the windows:
-- this runs for every row of a search whose week is not plain.
CREATE FUNCTION opens_at(hours JSONB, wall TIMESTAMP, in_country TEXT, place GEOGRAPHY, zone TEXT)
RETURNS BOOLEAN LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  on_day DATE := wall::DATE; minute INTEGER := date_part('hour', wall) * 60 + date_part('minute', wall);
  weekday TEXT; full_day TEXT; month_day TEXT; is_holiday BOOLEAN; sun INTEGER[]; has_sun BOOLEAN;
  rule JSONB; days JSONB; span TEXT; win TEXT; first TEXT; last TEXT; b INTEGER; e INTEGER; is_open BOOLEAN;
BEGIN
  -- Today, then the windows of yesterday that run past midnight.
  FOR before IN 0..1 LOOP
    weekday := (ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'])[date_part('isodow', on_day)];
    full_day := to_char(on_day, 'YYYY-MM-DD');
    month_day := right(full_day, 5);
    is_holiday := NULL;
    has_sun := FALSE;
    is_open := FALSE;
    FOR rule IN SELECT value FROM jsonb_array_elements(hours->'rules') LOOP
      span := rule->>'dates';
      CONTINUE WHEN span IS NOT NULL AND NOT (left(span, 10) COLLATE "C" <= full_day AND full_day COLLATE "C" <= right(span, 10));
      span := rule->>'season';
      IF span IS NOT NULL THEN
        first := left(span, 5);
        last := right(span, 5);
        CONTINUE WHEN NOT CASE WHEN first COLLATE "C" <= last
          THEN month_day COLLATE "C" >= first AND month_day COLLATE "C" <= last
          ELSE month_day COLLATE "C" >= first OR month_day COLLATE "C" <= last END;
      END IF;
      days := rule->'days';
      IF days IS NOT NULL AND NOT days ? weekday THEN
        CONTINUE WHEN NOT days ? 'holiday';
        is_holiday := coalesce(is_holiday, is_public_holiday(in_country, on_day));
        CONTINUE WHEN NOT is_holiday;
      END IF;
      IF NOT rule ? 'adds' THEN is_open := FALSE; END IF;
      FOR win IN SELECT value FROM jsonb_array_elements_text(rule->'windows') LOOP
        EXIT WHEN is_open;
        IF win LIKE '%sun%' THEN
          IF NOT has_sun THEN
            sun := sun_minutes(place, zone, on_day);
            has_sun := TRUE;
          END IF;
          is_open := coalesce(window_minutes(win, sun[1], sun[2]) @> minute, FALSE);
        ELSE
          b := left(win, 2)::INTEGER * 60 + substr(win, 4, 2)::INTEGER;
          e := substr(win, 7, 2)::INTEGER * 60 + substr(win, 10, 2)::INTEGER;
          IF e <= b THEN e := e + 1440; END IF;
          is_open := minute >= b AND minute < e;
        END IF;
      END LOOP;
    END LOOP;
    IF is_open THEN RETURN TRUE; END IF;
    on_day := on_day - 1;
    minute := minute + 1440;
  END LOOP;
  RETURN FALSE;
END $$;

-- Minutes since Monday's midnight, of days since 1970 (a Thursday) on.
CREATE FUNCTION minute_of_week(wall TIMESTAMP) RETURNS INTEGER
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ((floor(date_part('epoch', wall) / 60)::BIGINT + 4320) % 10080)::INTEGER
$$;

-- The same of a pharmacy's row. Most are plain weeks, and most of the others are closed for certain
-- outside may_open; only the rest is worked out rule by rule. One expression, so that it is taken
-- into the query that asks.
CREATE FUNCTION is_open_at(hours JSONB, open_week INT4MULTIRANGE, may_open INT4MULTIRANGE,
  wall TIMESTAMP, in_country TEXT, place GEOGRAPHY, zone TEXT)
RETURNS BOOLEAN LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN open_week IS NOT NULL THEN open_week @> minute_of_week(wall)
    WHEN may_open @> minute_of_week(wall) THEN opens_at(hours, wall, in_country, place, zone)
    ELSE FALSE END
$$;

-- Other hours than were confirmed are not confirmed, unless whoever writes them says so.
CREATE FUNCTION forget_confirmation() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW.hours_confirmed_at := NULL;
  NEW.hours_confirmed_by := NULL;
  NEW.hours_confirmed_as := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER pharmacy_hours_confirmation BEFORE UPDATE ON pharmacies FOR EACH ROW
  WHEN (NEW.opening_hours IS DISTINCT FROM OLD.opening_hours
    AND NEW.hours_confirmed_at IS NOT DISTINCT FROM OLD.hours_confirmed_at)
  EXECUTE FUNCTION forget_confirmation();
