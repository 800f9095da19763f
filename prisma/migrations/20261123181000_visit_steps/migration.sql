-- An appointment's way from booked to completed: its steps, who took each and why; proposals of
-- another time; walk-ins; and word to whoever is looking that something has changed.

ALTER TABLE appointments
  -- Rises with every change, so that nobody overwrites what they have not seen.
  ADD COLUMN revision INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN origin VARCHAR(20) NOT NULL DEFAULT 'online',
  -- How much later than booked the doctor expects to begin.
  ADD COLUMN delay_minutes INTEGER NOT NULL DEFAULT 0,
  -- Whether the patient lets this doctor see the health facts of their profile.
  ADD COLUMN shares_health BOOLEAN NOT NULL DEFAULT FALSE,
  ADD CONSTRAINT appointments_origin_known CHECK (origin IN ('online', 'walk_in')),
  ADD CONSTRAINT appointments_delay_sane CHECK (delay_minutes BETWEEN 0 AND 480),
  DROP CONSTRAINT appointments_status_known,
  ADD CONSTRAINT appointments_status_known
    CHECK (status IS NOT NULL AND status IN ('scheduled', 'confirmed', 'arrived', 'in_progress',
                                             'completed', 'cancelled', 'no_show'));

-- Someone who came without an account is known by name to the doctor who saw them, and to no other.
ALTER TABLE patients
  ADD COLUMN walk_in_name VARCHAR(255),
  ADD COLUMN walk_in_phone VARCHAR(20),
  ADD COLUMN registered_by UUID REFERENCES doctors(id) ON DELETE SET NULL;
CREATE INDEX idx_patients_registered_by ON patients(registered_by) WHERE registered_by IS NOT NULL;

CREATE TABLE appointment_history (
  id BIGSERIAL PRIMARY KEY,
  appointment_id UUID NOT NULL REFERENCES appointments(id) ON DELETE CASCADE,
  at TIMESTAMPTZ NOT NULL,
  by_user_id UUID REFERENCES users(id) ON DELETE SET NULL,
  from_status VARCHAR(50),
  to_status VARCHAR(50) NOT NULL,
  from_starts_at TIMESTAMPTZ,
  to_starts_at TIMESTAMPTZ NOT NULL,
  reason TEXT
);
CREATE INDEX idx_appointment_history_appointment ON appointment_history(appointment_id, id);
CREATE INDEX idx_appointment_history_by_user ON appointment_history(by_user_id);

CREATE TABLE appointment_proposals (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  appointment_id UUID NOT NULL REFERENCES appointments(id) ON DELETE CASCADE,
  starts_at TIMESTAMPTZ NOT NULL,
  reason VARCHAR(500),
  status VARCHAR(20) NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'accepted', 'declined', 'withdrawn')),
  proposed_by UUID REFERENCES users(id) ON DELETE SET NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  answered_at TIMESTAMPTZ,
  CONSTRAINT appointment_proposals_answered_says_when CHECK ((status = 'open') = (answered_at IS NULL))
);
CREATE UNIQUE INDEX idx_appointment_proposals_one_open ON appointment_proposals(appointment_id)
  WHERE status = 'open';
CREATE INDEX idx_appointment_proposals_appointment ON appointment_proposals(appointment_id);
CREATE INDEX idx_appointment_proposals_proposed_by ON appointment_proposals(proposed_by);

-- The state machine's last word; `appointments/rules.ts` says who may take which step, and when.
CREATE FUNCTION appointment_step() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := OLD.revision + 1;
  IF OLD.status <> NEW.status AND NOT (CASE OLD.status
    WHEN 'scheduled' THEN TRUE
    WHEN 'confirmed' THEN TRUE
    WHEN 'arrived' THEN TRUE
    WHEN 'in_progress' THEN NEW.status IN ('arrived', 'completed', 'cancelled')
    WHEN 'no_show' THEN NEW.status IN ('scheduled', 'confirmed', 'arrived')
    -- A slip is put right, unless the patient has judged the visit.
    WHEN 'completed' THEN NEW.status IN ('in_progress', 'no_show')
      AND NOT EXISTS (SELECT 1 FROM reviews WHERE appointment_id = NEW.id)
    ELSE FALSE END) THEN
    RAISE EXCEPTION 'an appointment violates constraint "appointments_step_known": % to %',
      OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = 'appointments_step_known';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointments_step BEFORE UPDATE ON appointments
  FOR EACH ROW EXECUTE FUNCTION appointment_step();

-- A row for every step and every move. Who and why, and the product's time, are what the transaction
-- has said with `set_config`; a step of which nothing was said is kept without a name.
CREATE FUNCTION remember_appointment_step() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO appointment_history (appointment_id, at, by_user_id, from_status, to_status,
    from_starts_at, to_starts_at, reason)
  VALUES (NEW.id,
    COALESCE(NULLIF(current_setting('medico24.at', TRUE), '')::TIMESTAMPTZ, clock_timestamp()),
    NULLIF(current_setting('medico24.actor', TRUE), '')::UUID,
    CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END, NEW.status,
    CASE WHEN TG_OP = 'UPDATE' THEN OLD.starts_at END, NEW.starts_at,
    NULLIF(current_setting('medico24.reason', TRUE), ''));
  IF TG_OP = 'UPDATE' THEN
    -- What was proposed was another time for an appointment as it then stood.
    UPDATE appointment_proposals SET status = 'withdrawn', answered_at = clock_timestamp()
    WHERE appointment_id = NEW.id AND status = 'open'
      AND (NEW.starts_at <> OLD.starts_at OR NEW.status NOT IN ('scheduled', 'confirmed'));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER appointments_remember_new AFTER INSERT ON appointments
  FOR EACH ROW EXECUTE FUNCTION remember_appointment_step();
CREATE TRIGGER appointments_remember_step AFTER UPDATE ON appointments
  FOR EACH ROW WHEN (OLD.status <> NEW.status OR OLD.starts_at <> NEW.starts_at)
  EXECUTE FUNCTION remember_appointment_step();

-- Tells every process that listens which doctor's and which patient's calendar has changed; ids
-- only. The history rows say what.
CREATE FUNCTION announce_appointment() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('medico24_appointments', json_build_object(
    'doctorId', NEW.doctor_id, 'patientId', NEW.patient_id, 'appointmentId', NEW.id)::TEXT);
  RETURN NULL;
END $$;
CREATE TRIGGER appointments_announce AFTER INSERT OR UPDATE ON appointments
  FOR EACH ROW EXECUTE FUNCTION announce_appointment();
