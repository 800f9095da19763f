-- loses: appointment_history, appointment_proposals, appointments.revision, appointments.origin, appointments.delay_minutes, appointments.shares_health, patients.walk_in_name, patients.walk_in_phone, patients.registered_by
DROP TRIGGER appointments_announce ON appointments;
DROP TRIGGER appointments_remember_step ON appointments;
DROP TRIGGER appointments_remember_new ON appointments;
DROP TRIGGER appointments_step ON appointments;
DROP FUNCTION announce_appointment(), remember_appointment_step(), appointment_step();
DROP TABLE appointment_proposals, appointment_history;
DROP INDEX idx_patients_registered_by;
ALTER TABLE patients DROP COLUMN walk_in_name, DROP COLUMN walk_in_phone, DROP COLUMN registered_by;
-- Those who are being seen right now are booked again, as far as the older model knows.
UPDATE appointments SET status = 'confirmed' WHERE status IN ('arrived', 'in_progress');
ALTER TABLE appointments
  DROP COLUMN revision,
  DROP COLUMN origin,
  DROP COLUMN delay_minutes,
  DROP COLUMN shares_health,
  DROP CONSTRAINT appointments_status_known,
  ADD CONSTRAINT appointments_status_known
    CHECK (status IS NOT NULL
           AND status IN ('scheduled', 'confirmed', 'completed', 'cancelled', 'no_show'));
