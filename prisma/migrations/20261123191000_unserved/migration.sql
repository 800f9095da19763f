-- Which appointments nobody can keep as things are, found doctor by doctor in the calendar's index
-- instead of among all that lie ahead; of one doctor, or of all (NULL). Each with its first cause, and
-- without those that somebody decided to leave standing for it.
CREATE FUNCTION unserved_appointments_of(of_doctor UUID, after TIMESTAMPTZ)
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

CREATE OR REPLACE FUNCTION unserved_appointments(after TIMESTAMPTZ)
RETURNS TABLE (appointment_id UUID, cause TEXT) LANGUAGE sql STABLE AS $$
  SELECT * FROM unserved_appointments_of(NULL, after)
$$;
