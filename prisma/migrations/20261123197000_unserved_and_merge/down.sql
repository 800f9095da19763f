-- loses: nothing
DROP TRIGGER clinics_ask_again ON clinics;
DROP FUNCTION ask_again_about_clinic();
DROP TRIGGER users_ask_again ON users;
DROP FUNCTION ask_again_about_account();
DROP TRIGGER doctors_ask_again_licence_ends ON doctors;
DROP TRIGGER doctors_ask_again_unverified ON doctors;
DROP FUNCTION ask_again_about_doctor();

CREATE OR REPLACE FUNCTION unserved_appointments_of(of_doctor UUID, after TIMESTAMPTZ)
RETURNS TABLE (appointment_id UUID, cause TEXT) LANGUAGE sql STABLE AS $$
  WITH doctor AS (
    SELECT d.id, d.license_expires_on AS last_day, CASE
        WHEN d.suspended_at IS NOT NULL THEN 'suspended'
        WHEN d.is_verified IS NOT TRUE THEN 'unverified'
        WHEN p.is_active IS NOT TRUE OR p.role <> 'doctor' THEN 'account_off' END AS cause
      FROM doctors d JOIN users p ON p.id = d.user_id
      WHERE of_doctor IS NULL OR d.id = of_doctor),
  found AS (
    SELECT a.id, COALESCE(doctor.cause, 'licence_ends') AS cause
      FROM doctor CROSS JOIN LATERAL (
        SELECT ahead.id FROM appointments ahead
        WHERE ahead.doctor_id = doctor.id AND ahead.status IN ('scheduled', 'confirmed')
          -- No clinic's next day begins before the day of UTC does.
          AND ahead.starts_at > GREATEST(after,
            CASE WHEN doctor.cause IS NULL THEN doctor.last_day::TIMESTAMP AT TIME ZONE 'UTC' END)
          AND (doctor.cause IS NOT NULL OR ahead.appointment_date > doctor.last_day)
        OFFSET 0) a
      WHERE doctor.cause IS NOT NULL
        OR doctor.last_day < (SELECT max(appointment_date) FROM appointments)
    UNION ALL
    SELECT a.id, 'clinic_closed'
      FROM clinics c JOIN doctor_clinics dc ON dc.clinic_id = c.id
        CROSS JOIN LATERAL (
          SELECT ahead.id, ahead.doctor_id, ahead.appointment_date FROM appointments ahead
          WHERE ahead.doctor_clinic_id = dc.id AND ahead.status IN ('scheduled', 'confirmed')
            AND ahead.starts_at > after
            AND ahead.appointment_date >= (after AT TIME ZONE 'UTC')::DATE - 1
          OFFSET 0) a
      WHERE c.status NOT IN ('active', 'proposed') AND (of_doctor IS NULL OR dc.doctor_id = of_doctor)
        AND NOT EXISTS (SELECT 1 FROM doctor WHERE doctor.id = a.doctor_id
          AND (doctor.cause IS NOT NULL OR doctor.last_day < a.appointment_date)))
  SELECT found.id, found.cause FROM found WHERE NOT EXISTS (
    SELECT 1 FROM kept_appointments k WHERE k.appointment_id = found.id AND k.cause = found.cause)
$$;

CREATE OR REPLACE FUNCTION review_takes_its_visit() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  SELECT doctor_id, doctor_clinic_id INTO NEW.doctor_id, NEW.doctor_clinic_id
    FROM appointments WHERE id = NEW.appointment_id AND status = 'completed';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a review violates constraint "reviews_visit_completed": its visit is not completed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reviews_visit_completed';
  END IF;
  RETURN NEW;
END $$;

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
  IF (TG_OP <> 'DELETE' AND NEW.status = 'completed') OR (TG_OP <> 'INSERT' AND OLD.status = 'completed') THEN
    PERFORM 1 FROM doctors WHERE id IN (NEW.doctor_id, OLD.doctor_id) ORDER BY id FOR NO KEY UPDATE;
    UPDATE doctors SET total_patients_treated = (
      SELECT count(DISTINCT patient_id) FROM appointments
      WHERE doctor_id = doctors.id AND status = 'completed')
    WHERE id IN (NEW.doctor_id, OLD.doctor_id);
  END IF;
  RETURN NULL;
END $$;
