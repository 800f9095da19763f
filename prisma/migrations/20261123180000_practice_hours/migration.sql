-- What a doctor says about time beyond the weekly template: buffers, a daily limit, time off, days
-- with other hours, blocked time; and the buffers' place in the guarantee against double booking.

-- A minute is a minute in every zone, which PostgreSQL cannot know of an interval in general.
CREATE FUNCTION occupied_range(
  starts_at TIMESTAMPTZ, ends_at TIMESTAMPTZ, before_minutes INTEGER, after_minutes INTEGER
) RETURNS TSTZRANGE
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT tstzrange(starts_at - make_interval(mins => before_minutes),
                   ends_at + make_interval(mins => after_minutes))
$$;

-- An association that had ended without a date ended when it was last touched.
UPDATE doctor_clinics SET end_date = GREATEST(start_date, COALESCE(updated_at::DATE, CURRENT_DATE))
  WHERE status = 'ended' AND end_date IS NULL;
ALTER TABLE doctor_clinics
  ADD COLUMN buffer_before_minutes INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN buffer_after_minutes INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN max_appointments_a_day INTEGER,
  -- Counts what the doctor changed, so that two who edit at once are told.
  ADD COLUMN revision INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT doctor_clinics_buffers_sane CHECK (
    buffer_before_minutes BETWEEN 0 AND 240 AND buffer_after_minutes BETWEEN 0 AND 240),
  ADD CONSTRAINT doctor_clinics_daily_limit_sane CHECK (max_appointments_a_day BETWEEN 1 AND 200),
  ADD CONSTRAINT doctor_clinics_ended_says_when CHECK (status <> 'ended' OR end_date IS NOT NULL),
  ADD CONSTRAINT doctor_clinics_id_of_doctor UNIQUE (id, doctor_id);
-- On leave, the association goes on; a second one beside it would be a second set of hours.
CREATE UNIQUE INDEX idx_doctor_clinics_one_current ON doctor_clinics(doctor_id, clinic_id)
  WHERE status <> 'ended';

CREATE FUNCTION count_association_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  RETURN NEW;
END $$;
-- Not the counters and ratings, which every booking and review moves.
CREATE TRIGGER doctor_clinics_revision BEFORE UPDATE OF status, is_primary, consultation_fee,
    consultation_duration_minutes, department, designation, available_time_slots,
    appointment_booking_enabled, start_date, end_date, booking_notice_minutes,
    booking_horizon_days, cancellation_notice_minutes, buffer_before_minutes, buffer_after_minutes,
    max_appointments_a_day ON doctor_clinics
  FOR EACH ROW EXECUTE FUNCTION count_association_revision();

-- The buffers an appointment was booked with; none where the doctor placed it closer.
ALTER TABLE appointments
  ADD COLUMN buffer_before_minutes INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN buffer_after_minutes INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT appointments_buffers_sane CHECK (
    buffer_before_minutes BETWEEN 0 AND 240 AND buffer_after_minutes BETWEEN 0 AND 240),
  DROP CONSTRAINT appointments_doctor_free;
ALTER TABLE appointments
  ADD CONSTRAINT appointments_doctor_free EXCLUDE USING GIST
    (doctor_id WITH =,
     occupied_range(starts_at, ends_at, buffer_before_minutes, buffer_after_minutes) WITH &&)
    WHERE (status NOT IN ('cancelled', 'no_show'));
-- How many of a day are taken, for the daily limit.
CREATE INDEX idx_appointments_association_day ON appointments(doctor_clinic_id, appointment_date)
  WHERE status NOT IN ('cancelled', 'no_show');

-- Dates on which the template does not hold as it stands. Dates are the clinic's; without an
-- association it holds at all the doctor's clinics, each on its own calendar.
CREATE TABLE schedule_exceptions (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  doctor_id UUID NOT NULL REFERENCES doctors(id) ON DELETE CASCADE,
  doctor_clinic_id UUID,
  kind VARCHAR(20) NOT NULL CHECK (kind IN ('time_off', 'other_hours', 'extra_hours')),
  first_date DATE NOT NULL,
  last_date DATE NOT NULL,
  -- Like one day of the template; none for time off.
  windows JSONB,
  note VARCHAR(200),
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  FOREIGN KEY (doctor_clinic_id, doctor_id) REFERENCES doctor_clinics(id, doctor_id)
    ON DELETE CASCADE,
  CONSTRAINT schedule_exceptions_dates_ordered CHECK (last_date BETWEEN first_date AND first_date + 730),
  CONSTRAINT schedule_exceptions_windows_sane CHECK (
    CASE kind WHEN 'time_off' THEN windows IS NULL
      ELSE windows IS NOT NULL AND is_weekly_template(jsonb_build_object('monday', windows)) END),
  -- Two sets of other hours for one day would leave open which holds.
  CONSTRAINT schedule_exceptions_one_set_of_hours EXCLUDE USING GIST (
    doctor_id WITH =,
    COALESCE(doctor_clinic_id, '00000000-0000-0000-0000-000000000000'::UUID) WITH =,
    daterange(first_date, last_date, '[]') WITH &&) WHERE (kind = 'other_hours')
);
CREATE INDEX idx_schedule_exceptions_doctor ON schedule_exceptions(doctor_id, last_date);
CREATE INDEX idx_schedule_exceptions_association ON schedule_exceptions(doctor_clinic_id);

-- A stretch of time that the doctor keeps for something else, at all clinics.
CREATE TABLE blocked_times (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  doctor_id UUID NOT NULL REFERENCES doctors(id) ON DELETE CASCADE,
  starts_at TIMESTAMPTZ NOT NULL,
  ends_at TIMESTAMPTZ NOT NULL,
  note VARCHAR(200),
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT blocked_times_sane CHECK (
    ends_at > starts_at AND ends_at <= starts_at + INTERVAL '24 hours')
);
CREATE INDEX idx_blocked_times_doctor ON blocked_times(doctor_id, ends_at);
