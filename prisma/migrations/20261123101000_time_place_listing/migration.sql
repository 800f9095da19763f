-- What PRODUCT.md adds to the model about time, place, listing and sessions: columns, constraints
-- and indexes. Nothing of the model is renamed, retyped or dropped.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- True for an IANA name this server knows. POSIX rules such as 'EST5EDT,M3' are not names.
CREATE FUNCTION is_time_zone(name TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF name !~ '^(UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+)$' THEN RETURN FALSE; END IF;
  PERFORM TIMESTAMPTZ 'epoch' AT TIME ZONE name;
  RETURN TRUE;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN FALSE;
END $$;

-- 1 = Monday ... 7 = Sunday; NULL for anything that is not a lower-case English weekday.
CREATE FUNCTION weekday_number(name TEXT) RETURNS INTEGER
LANGUAGE sql IMMUTABLE AS $$
  SELECT array_position(ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'], name)
$$;

-- The keys of a weekly template as sorted weekday numbers; NULL for what is no template, which the
-- check below then refuses by its name.
CREATE FUNCTION template_days(template JSONB) RETURNS INTEGER[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN template IS NULL OR jsonb_typeof(template) <> 'object' THEN NULL ELSE COALESCE(
    (SELECT array_agg(public.weekday_number(key) ORDER BY public.weekday_number(key))
       FROM jsonb_object_keys(template) AS key),
    ARRAY[]::INTEGER[]) END
$$;

-- A template is a map of weekdays to non-empty lists of 'HH:MM-HH:MM'. A window may end at 24:00 or
-- run past midnight; none is empty and no two overlap, over midnight and over the week's end too.
CREATE FUNCTION is_weekly_template(template JSONB) RETURNS BOOLEAN
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  day TEXT; windows JSONB; win TEXT;
  starts INTEGER; ends INTEGER;
  previous_end INTEGER := NULL; first_start INTEGER := NULL;
  bounds INTEGER[]; all_bounds INTEGER[][] := ARRAY[]::INTEGER[][];
BEGIN
  IF template IS NULL THEN RETURN TRUE; END IF;
  IF jsonb_typeof(template) <> 'object' THEN RETURN FALSE; END IF;
  FOR day, windows IN SELECT * FROM jsonb_each(template) LOOP
    IF public.weekday_number(day) IS NULL OR jsonb_typeof(windows) <> 'array'
       OR jsonb_array_length(windows) = 0 THEN RETURN FALSE; END IF;
    FOR win IN SELECT * FROM jsonb_array_elements_text(windows) LOOP
      IF win IS NULL OR win !~ '^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'
        THEN RETURN FALSE; END IF;
      starts := split_part(win, ':', 1)::INTEGER * 60 + substr(win, 4, 2)::INTEGER;
      ends := substr(win, 7, 2)::INTEGER * 60 + substr(win, 10, 2)::INTEGER;
      IF starts = ends THEN RETURN FALSE; END IF;
      IF ends < starts THEN ends := ends + 1440; END IF;
      starts := starts + (public.weekday_number(day) - 1) * 1440;
      ends := ends + (public.weekday_number(day) - 1) * 1440;
      all_bounds := all_bounds || ARRAY[ARRAY[starts, ends]];
    END LOOP;
  END LOOP;
  FOR starts, ends IN
    SELECT all_bounds[i][1], all_bounds[i][2] FROM generate_subscripts(all_bounds, 1) AS i ORDER BY 1
  LOOP
    IF starts < previous_end THEN RETURN FALSE; END IF;
    first_start := COALESCE(first_start, starts);
    previous_end := ends;
  END LOOP;
  RETURN previous_end IS NULL OR previous_end - 10080 <= first_start;
END $$;

-- What a name is searched by: lower case, without accents.
CREATE FUNCTION search_text(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(public.unaccent('public.unaccent'::regdictionary, value))
$$;

ALTER TABLE users
  ADD CONSTRAINT users_role_known CHECK (role IN ('patient', 'doctor', 'admin', 'pharmacy'));
CREATE INDEX idx_users_doctor_name ON users USING GIN (search_text(full_name) gin_trgm_ops)
  WHERE role = 'doctor';

ALTER TABLE patients
  ADD CONSTRAINT patients_born_on_earth CHECK (date_of_birth >= DATE '1890-01-01');

-- Doctors from before there were slugs are found by their id until they are given one.
ALTER TABLE doctors ADD COLUMN slug VARCHAR(255) UNIQUE;
UPDATE doctors SET slug = id::TEXT;
ALTER TABLE doctors
  ALTER COLUMN slug SET NOT NULL,
  ADD COLUMN license_authority VARCHAR(200),
  ADD COLUMN license_country CHAR(2),
  ADD COLUMN license_expires_on DATE,
  ADD CONSTRAINT doctors_duration_sane
    CHECK (consultation_duration_minutes BETWEEN 5 AND 480),
  ADD CONSTRAINT doctors_verified_has_date CHECK (is_verified IS NOT TRUE OR verified_at IS NOT NULL);

ALTER TABLE clinics
  ADD COLUMN city VARCHAR(100),
  ADD COLUMN country CHAR(2),
  ADD COLUMN currency CHAR(3) NOT NULL DEFAULT 'USD',
  ADD COLUMN timezone VARCHAR(64) NOT NULL DEFAULT 'UTC',
  ADD COLUMN location GEOGRAPHY(Point, 4326) GENERATED ALWAYS AS (
    ST_SetSRID(ST_MakePoint(longitude::FLOAT8, latitude::FLOAT8), 4326)::GEOGRAPHY) STORED,
  ADD CONSTRAINT clinics_timezone_known CHECK (is_time_zone(timezone)),
  ADD CONSTRAINT clinics_currency_shape CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT clinics_status_known
    CHECK (status IS NOT NULL
           AND status IN ('active', 'inactive', 'temporarily_closed', 'permanently_closed')),
  ADD CONSTRAINT clinics_on_earth
    CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180);
CREATE INDEX idx_clinics_geography ON clinics USING GIST (location);

-- The days are the template's keys, by the database: the column is rebuilt as a generated one.
ALTER TABLE doctor_clinics DROP COLUMN available_days;
ALTER TABLE doctor_clinics
  ADD COLUMN available_days INTEGER[] GENERATED ALWAYS AS (template_days(available_time_slots)) STORED,
  ADD COLUMN booking_notice_minutes INTEGER NOT NULL DEFAULT 120,
  ADD COLUMN booking_horizon_days INTEGER NOT NULL DEFAULT 60,
  ADD COLUMN cancellation_notice_minutes INTEGER NOT NULL DEFAULT 120,
  ADD CONSTRAINT doctor_clinics_template_sane CHECK (is_weekly_template(available_time_slots)),
  -- NULL is no status: what has none would escape every rule about the others.
  ADD CONSTRAINT doctor_clinics_status_known
    CHECK (status IS NOT NULL AND status IN ('active', 'on_leave', 'ended')),
  ADD CONSTRAINT doctor_clinics_duration_sane
    CHECK (consultation_duration_minutes BETWEEN 5 AND 480),
  ADD CONSTRAINT doctor_clinics_fee_sane CHECK (consultation_fee >= 0),
  ADD CONSTRAINT doctor_clinics_limits_sane CHECK (
    booking_notice_minutes BETWEEN 0 AND 43200 AND booking_horizon_days BETWEEN 1 AND 365
    AND cancellation_notice_minutes BETWEEN 0 AND 43200),
  ADD CONSTRAINT doctor_clinics_dates_ordered CHECK (end_date >= start_date);
CREATE UNIQUE INDEX idx_doctor_clinics_one_primary ON doctor_clinics(doctor_id, is_primary)
  WHERE is_primary AND status = 'active';

-- The truth of an appointment is starts_at/ends_at; the model's date and time are the clinic's wall
-- clock, generated from it, so they cannot disagree. The zone is kept on the row, so that history
-- stays what it was when a clinic's zone is corrected later.
ALTER TABLE appointments DROP COLUMN appointment_date, DROP COLUMN appointment_time;
ALTER TABLE appointments
  ADD COLUMN starts_at TIMESTAMPTZ NOT NULL,
  ADD COLUMN ends_at TIMESTAMPTZ NOT NULL,
  ADD COLUMN timezone VARCHAR(64) NOT NULL,
  ADD COLUMN booking_key UUID,
  ADD COLUMN calendar_sequence INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN appointment_date DATE NOT NULL
    GENERATED ALWAYS AS ((starts_at AT TIME ZONE timezone)::DATE) STORED,
  ADD COLUMN appointment_time TIME NOT NULL
    GENERATED ALWAYS AS ((starts_at AT TIME ZONE timezone)::TIME) STORED,
  ADD CONSTRAINT appointments_timezone_known CHECK (is_time_zone(timezone)),
  ADD CONSTRAINT appointments_lasts_its_duration
    CHECK (duration_minutes IS NOT NULL AND duration_minutes BETWEEN 5 AND 480
           AND ends_at - starts_at = make_interval(mins => duration_minutes)),
  ADD CONSTRAINT appointments_status_known
    CHECK (status IS NOT NULL
           AND status IN ('scheduled', 'confirmed', 'completed', 'cancelled', 'no_show')),
  ADD CONSTRAINT appointments_cancelled_says_when
    CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL)),
  ADD CONSTRAINT appointments_booking_key_once UNIQUE (patient_id, booking_key),
  -- Half-open, so 10:00-10:30 and 10:30-11:00 do not collide.
  ADD CONSTRAINT appointments_doctor_free EXCLUDE USING GIST
    (doctor_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (status NOT IN ('cancelled', 'no_show')),
  ADD CONSTRAINT appointments_patient_free EXCLUDE USING GIST
    (patient_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (status NOT IN ('cancelled', 'no_show'));
CREATE INDEX idx_appointments_appointment_date ON appointments(appointment_date);
CREATE INDEX idx_appointments_doctor_busy ON appointments(doctor_id, starts_at) INCLUDE (ends_at)
  WHERE status NOT IN ('cancelled', 'no_show');
CREATE INDEX idx_appointments_patient_time ON appointments(patient_id, starts_at);
CREATE INDEX idx_appointments_starts_at ON appointments(starts_at);
CREATE INDEX idx_appointments_created_at ON appointments(created_at);
CREATE INDEX idx_appointments_cancelled_at ON appointments(cancelled_at);

-- An inbox newest first, and the count of unread messages that every page shows.
CREATE INDEX idx_notifications_inbox ON notifications(user_id, sent_at DESC, id DESC);
CREATE INDEX idx_notifications_unread ON notifications(user_id)
  WHERE is_read IS NOT TRUE AND is_active IS TRUE;

-- An old refresh token used again revokes all that came from the same sign-in.
ALTER TABLE refresh_tokens
  ADD COLUMN family_id UUID NOT NULL,
  ADD COLUMN rotated_at TIMESTAMP;
CREATE INDEX idx_refresh_tokens_family_id ON refresh_tokens(family_id);

-- Who may be listed and booked on a day: the one place that says so.
CREATE FUNCTION listed_doctors(on_day DATE) RETURNS SETOF doctors
LANGUAGE sql STABLE AS $$
  SELECT d.* FROM doctors d JOIN users u ON u.id = d.user_id
  WHERE d.is_verified IS TRUE AND u.is_active IS TRUE AND u.role = 'doctor'
    AND (d.license_expires_on IS NULL OR d.license_expires_on >= on_day)
$$;
CREATE INDEX idx_doctors_listed ON doctors(specialization) WHERE is_verified;
