-- loses: doctors.slug, doctors.license_authority, doctors.license_country, doctors.license_expires_on, clinics.city, clinics.country, clinics.currency, clinics.timezone, doctor_clinics.booking_notice_minutes, doctor_clinics.booking_horizon_days, doctor_clinics.cancellation_notice_minutes, refresh_tokens, appointments
-- Appointments would keep their wall clock and lose their instant, and sessions their family, so
-- both are lost whole.
DELETE FROM appointments;
DELETE FROM refresh_tokens;
DROP FUNCTION listed_doctors(DATE);
DROP INDEX idx_doctors_listed, idx_users_doctor_name, idx_clinics_geography,
  idx_doctor_clinics_one_primary, idx_appointments_doctor_busy, idx_appointments_patient_time,
  idx_appointments_starts_at, idx_appointments_created_at, idx_appointments_cancelled_at,
  idx_notifications_inbox, idx_notifications_unread;

ALTER TABLE refresh_tokens DROP COLUMN family_id, DROP COLUMN rotated_at;

ALTER TABLE appointments
  DROP CONSTRAINT appointments_timezone_known,
  DROP CONSTRAINT appointments_lasts_its_duration,
  DROP CONSTRAINT appointments_status_known,
  DROP CONSTRAINT appointments_cancelled_says_when,
  DROP CONSTRAINT appointments_booking_key_once,
  DROP CONSTRAINT appointments_doctor_free,
  DROP CONSTRAINT appointments_patient_free,
  ALTER COLUMN appointment_date DROP EXPRESSION,
  ALTER COLUMN appointment_time DROP EXPRESSION,
  DROP COLUMN starts_at, DROP COLUMN ends_at, DROP COLUMN timezone,
  DROP COLUMN booking_key, DROP COLUMN calendar_sequence;

ALTER TABLE doctor_clinics
  DROP CONSTRAINT doctor_clinics_template_sane,
  DROP CONSTRAINT doctor_clinics_status_known,
  DROP CONSTRAINT doctor_clinics_duration_sane,
  DROP CONSTRAINT doctor_clinics_fee_sane,
  DROP CONSTRAINT doctor_clinics_limits_sane,
  DROP CONSTRAINT doctor_clinics_dates_ordered,
  ALTER COLUMN available_days DROP EXPRESSION,
  DROP COLUMN booking_notice_minutes, DROP COLUMN booking_horizon_days,
  DROP COLUMN cancellation_notice_minutes;

ALTER TABLE clinics
  DROP CONSTRAINT clinics_timezone_known, DROP CONSTRAINT clinics_currency_shape,
  DROP CONSTRAINT clinics_status_known, DROP CONSTRAINT clinics_on_earth,
  DROP COLUMN location, DROP COLUMN timezone, DROP COLUMN currency,
  DROP COLUMN country, DROP COLUMN city;

ALTER TABLE doctors
  DROP CONSTRAINT doctors_duration_sane, DROP CONSTRAINT doctors_verified_has_date,
  DROP COLUMN slug, DROP COLUMN license_authority, DROP COLUMN license_country,
  DROP COLUMN license_expires_on;

ALTER TABLE patients DROP CONSTRAINT patients_born_on_earth;
ALTER TABLE users DROP CONSTRAINT users_role_known;
DROP FUNCTION search_text(TEXT), is_weekly_template(JSONB), template_days(JSONB),
  weekday_number(TEXT), is_time_zone(TEXT);
