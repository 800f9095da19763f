-- loses: schedule_exceptions, blocked_times, doctor_clinics.buffer_before_minutes, doctor_clinics.buffer_after_minutes, doctor_clinics.max_appointments_a_day, doctor_clinics.revision, appointments.buffer_before_minutes, appointments.buffer_after_minutes
DROP TABLE blocked_times, schedule_exceptions;
DROP INDEX idx_appointments_association_day, idx_doctor_clinics_one_current;
ALTER TABLE appointments DROP CONSTRAINT appointments_doctor_free;
ALTER TABLE appointments
  DROP COLUMN buffer_before_minutes,
  DROP COLUMN buffer_after_minutes,
  ADD CONSTRAINT appointments_doctor_free EXCLUDE USING GIST
    (doctor_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (status NOT IN ('cancelled', 'no_show'));
DROP TRIGGER doctor_clinics_revision ON doctor_clinics;
ALTER TABLE doctor_clinics
  DROP CONSTRAINT doctor_clinics_ended_says_when,
  DROP CONSTRAINT doctor_clinics_id_of_doctor,
  DROP COLUMN buffer_before_minutes,
  DROP COLUMN buffer_after_minutes,
  DROP COLUMN max_appointments_a_day,
  DROP COLUMN revision;
DROP FUNCTION count_association_revision(),
  occupied_range(TIMESTAMPTZ, TIMESTAMPTZ, INTEGER, INTEGER);
