-- loses: nothing
CREATE OR REPLACE FUNCTION announce_proposal() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('medico24_appointments', json_build_object(
    'doctorId', doctor_id, 'patientId', patient_id, 'appointmentId', id)::TEXT)
  FROM appointments WHERE id = NEW.appointment_id;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION announce_appointment() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('medico24_appointments', json_build_object(
    'doctorId', NEW.doctor_id, 'patientId', NEW.patient_id, 'appointmentId', NEW.id)::TEXT);
  RETURN NULL;
END $$;

DROP INDEX idx_appointments_doctor_time;
