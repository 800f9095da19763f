-- As before, but patients are counted again only where a visit was completed, or is another doctor's:
-- one that goes to another association of its doctor leaves their number as it is.
CREATE OR REPLACE FUNCTION count_appointment() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE doctor_clinics SET
      total_appointments = total_appointments - (OLD.status <> 'cancelled')::INTEGER,
      completed_appointments = completed_appointments - (OLD.status = 'completed')::INTEGER
    WHERE id = OLD.doctor_clinic_id
      AND (TG_OP = 'DELETE' OR OLD.doctor_clinic_id IS DISTINCT FROM NEW.doctor_clinic_id
           OR OLD.status IS DISTINCT FROM NEW.status);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE doctor_clinics SET
      total_appointments = total_appointments + (NEW.status <> 'cancelled')::INTEGER,
      completed_appointments = completed_appointments + (NEW.status = 'completed')::INTEGER
    WHERE id = NEW.doctor_clinic_id
      AND (TG_OP = 'INSERT' OR OLD.doctor_clinic_id IS DISTINCT FROM NEW.doctor_clinic_id
           OR OLD.status IS DISTINCT FROM NEW.status);
  END IF;
  IF ((TG_OP <> 'DELETE' AND NEW.status = 'completed') OR (TG_OP <> 'INSERT' AND OLD.status = 'completed'))
    AND (TG_OP <> 'UPDATE' OR (OLD.status, OLD.doctor_id) IS DISTINCT FROM (NEW.status, NEW.doctor_id)) THEN
    PERFORM 1 FROM doctors WHERE id IN (NEW.doctor_id, OLD.doctor_id) ORDER BY id FOR NO KEY UPDATE;
    UPDATE doctors SET total_patients_treated = (
      SELECT count(DISTINCT patient_id) FROM appointments
      WHERE doctor_id = doctors.id AND status = 'completed')
    WHERE id IN (NEW.doctor_id, OLD.doctor_id);
  END IF;
  RETURN NULL;
END $$;

-- As before, but the visit stays where it is until the review is written.
CREATE OR REPLACE FUNCTION review_takes_its_visit() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  SELECT doctor_id, doctor_clinic_id INTO NEW.doctor_id, NEW.doctor_clinic_id
    FROM appointments WHERE id = NEW.appointment_id AND status = 'completed' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a review violates constraint "reviews_visit_completed": its visit is not completed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reviews_visit_completed';
  END IF;
  RETURN NEW;
END $$;

-- As before, but of all causes those that somebody decided about are dropped first, and then the first
-- is taken: one decision hides no other cause.
CREATE OR REPLACE FUNCTION unserved_appointments_of(of_doctor UUID, after TIMESTAMPTZ)
RETURNS TABLE (appointment_id UUID, cause TEXT) LANGUAGE sql STABLE AS $$
  WITH doctor AS (
    SELECT d.id, d.license_expires_on AS last_day,
        d.suspended_at IS NOT NULL AS suspended,
        d.is_verified IS NOT TRUE AS unverified,
        p.is_active IS NOT TRUE OR p.role <> 'doctor' AS account_off,
        d.suspended_at IS NOT NULL OR d.is_verified IS NOT TRUE
          OR p.is_active IS NOT TRUE OR p.role <> 'doctor' AS is_away
      FROM doctors d JOIN users p ON p.id = d.user_id
      WHERE of_doctor IS NULL OR d.id = of_doctor),
  found AS (
    SELECT a.id, causes.rank, causes.cause
      FROM doctor CROSS JOIN LATERAL (
        SELECT ahead.id, ahead.appointment_date FROM appointments ahead
        WHERE ahead.doctor_id = doctor.id AND ahead.status IN ('scheduled', 'confirmed')
          -- No clinic's next day begins before the day of UTC does.
          AND ahead.starts_at > GREATEST(after,
            CASE WHEN NOT doctor.is_away THEN doctor.last_day::TIMESTAMP AT TIME ZONE 'UTC' END)
          AND (doctor.is_away OR ahead.appointment_date > doctor.last_day)
        OFFSET 0) a
      CROSS JOIN LATERAL (VALUES
        (1, 'suspended', doctor.suspended), (2, 'unverified', doctor.unverified),
        (3, 'account_off', doctor.account_off),
        (4, 'licence_ends', a.appointment_date > doctor.last_day)) causes(rank, cause, holds)
      WHERE causes.holds
        AND (doctor.is_away OR doctor.last_day < (SELECT max(appointment_date) FROM appointments))
    UNION ALL
    SELECT a.id, 5, 'clinic_closed'
      FROM clinics c JOIN doctor_clinics dc ON dc.clinic_id = c.id
        CROSS JOIN LATERAL (
          SELECT ahead.id FROM appointments ahead
          WHERE ahead.doctor_clinic_id = dc.id AND ahead.status IN ('scheduled', 'confirmed')
            AND ahead.starts_at > after
            AND ahead.appointment_date >= (after AT TIME ZONE 'UTC')::DATE - 1
          OFFSET 0) a
      WHERE c.status NOT IN ('active', 'proposed') AND (of_doctor IS NULL OR dc.doctor_id = of_doctor))
  SELECT DISTINCT ON (found.id) found.id, found.cause FROM found WHERE NOT EXISTS (
    SELECT 1 FROM kept_appointments k WHERE k.appointment_id = found.id AND k.cause = found.cause)
  ORDER BY found.id, found.rank
$$;

-- A decision to leave an appointment standing is about the cause as it was: once that has changed, the
-- next time asks again.
CREATE FUNCTION ask_again_about_doctor() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM kept_appointments k USING appointments a
    WHERE a.id = k.appointment_id AND a.doctor_id = NEW.id AND k.cause = TG_ARGV[0];
  RETURN NULL;
END $$;
CREATE TRIGGER doctors_ask_again_unverified AFTER UPDATE OF is_verified ON doctors
  FOR EACH ROW WHEN (OLD.is_verified IS DISTINCT FROM NEW.is_verified)
  EXECUTE FUNCTION ask_again_about_doctor('unverified');
CREATE TRIGGER doctors_ask_again_licence_ends AFTER UPDATE OF license_expires_on ON doctors
  FOR EACH ROW WHEN (OLD.license_expires_on IS DISTINCT FROM NEW.license_expires_on)
  EXECUTE FUNCTION ask_again_about_doctor('licence_ends');

CREATE FUNCTION ask_again_about_account() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM kept_appointments k USING appointments a, doctors d
    WHERE d.user_id = NEW.id AND a.doctor_id = d.id AND a.id = k.appointment_id
      AND k.cause = 'account_off';
  RETURN NULL;
END $$;
CREATE TRIGGER users_ask_again AFTER UPDATE OF is_active, role ON users
  FOR EACH ROW WHEN ((OLD.is_active, OLD.role) IS DISTINCT FROM (NEW.is_active, NEW.role))
  EXECUTE FUNCTION ask_again_about_account();

CREATE FUNCTION ask_again_about_clinic() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM kept_appointments k USING appointments a, doctor_clinics dc
    WHERE dc.clinic_id = NEW.id AND a.doctor_clinic_id = dc.id AND a.id = k.appointment_id
      AND k.cause = 'clinic_closed';
  RETURN NULL;
END $$;
CREATE TRIGGER clinics_ask_again AFTER UPDATE OF status ON clinics
  FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
  EXECUTE FUNCTION ask_again_about_clinic();
