-- A doctor's calendar shows missed visits too, so the index of busy time, which leaves them out,
-- could not serve it.
CREATE INDEX idx_appointments_doctor_time ON appointments(doctor_id, starts_at);

-- The appointments of a doctor who was removed are in nobody's calendar any more.
CREATE OR REPLACE FUNCTION announce_appointment() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.doctor_id IS NOT NULL THEN
    PERFORM pg_notify('medico24_appointments', json_build_object(
      'doctorId', NEW.doctor_id, 'patientId', NEW.patient_id, 'appointmentId', NEW.id)::TEXT);
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION announce_proposal() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('medico24_appointments', json_build_object(
    'doctorId', doctor_id, 'patientId', patient_id, 'appointmentId', id)::TEXT)
  FROM appointments WHERE id = NEW.appointment_id AND doctor_id IS NOT NULL;
  RETURN NULL;
END $$;
