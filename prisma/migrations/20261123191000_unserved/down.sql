-- loses: nothing
CREATE OR REPLACE FUNCTION unserved_appointments(after TIMESTAMPTZ) RETURNS TABLE (appointment_id UUID, cause TEXT)
LANGUAGE sql STABLE AS $$
  SELECT u.id, u.cause FROM (
    SELECT DISTINCT ON (found.id) found.id, found.cause FROM (
      SELECT a.id, 1 AS rank, CASE
          WHEN d.suspended_at IS NOT NULL THEN 'suspended'
          WHEN d.is_verified IS NOT TRUE THEN 'unverified'
          ELSE 'account_off' END AS cause
        FROM doctors d JOIN users p ON p.id = d.user_id JOIN appointments a ON a.doctor_id = d.id
        WHERE (d.suspended_at IS NOT NULL OR d.is_verified IS NOT TRUE
               OR p.is_active IS NOT TRUE OR p.role <> 'doctor')
          AND a.starts_at > after AND a.status IN ('scheduled', 'confirmed')
      UNION ALL
      SELECT a.id, 2, 'licence_ends'
        FROM doctors d JOIN appointments a ON a.doctor_id = d.id
        WHERE d.license_expires_on < a.appointment_date
          AND a.starts_at > after AND a.status IN ('scheduled', 'confirmed')
      UNION ALL
      SELECT a.id, 3, 'clinic_closed'
        FROM clinics c JOIN doctor_clinics dc ON dc.clinic_id = c.id
          JOIN appointments a ON a.doctor_clinic_id = dc.id
        WHERE c.status NOT IN ('active', 'proposed')
          AND a.starts_at > after AND a.status IN ('scheduled', 'confirmed')
    ) found ORDER BY found.id, found.rank
  ) u WHERE NOT EXISTS (
    SELECT 1 FROM kept_appointments k WHERE k.appointment_id = u.id AND k.cause = u.cause)
$$;
DROP FUNCTION unserved_appointments_of(UUID, TIMESTAMPTZ);
