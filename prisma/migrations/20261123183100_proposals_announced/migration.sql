-- A time that is proposed or declined changes the calendar, though not the appointment itself.
CREATE FUNCTION announce_proposal() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('medico24_appointments', json_build_object(
    'doctorId', doctor_id, 'patientId', patient_id, 'appointmentId', id)::TEXT)
  FROM appointments WHERE id = NEW.appointment_id;
  RETURN NULL;
END $$;
CREATE TRIGGER appointment_proposals_announce AFTER INSERT OR UPDATE ON appointment_proposals
  FOR EACH ROW EXECUTE FUNCTION announce_proposal();
