-- Counters, ratings and timestamps that the database keeps by itself; reviews, from which ratings
-- come; and the record of who did what.

CREATE TABLE reviews (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  appointment_id UUID NOT NULL UNIQUE REFERENCES appointments(id) ON DELETE CASCADE,
  doctor_id UUID REFERENCES doctors(id) ON DELETE CASCADE,
  doctor_clinic_id UUID REFERENCES doctor_clinics(id) ON DELETE SET NULL,
  rating SMALLINT NOT NULL CHECK (rating BETWEEN 1 AND 5),
  comment TEXT,
  created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_reviews_doctor_id ON reviews(doctor_id);
CREATE INDEX idx_reviews_doctor_clinic_id ON reviews(doctor_clinic_id);

CREATE TABLE audit_log (
  id BIGSERIAL PRIMARY KEY,
  at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  actor_user_id UUID REFERENCES users(id) ON DELETE SET NULL,
  action VARCHAR(100) NOT NULL,
  subject_type VARCHAR(50) NOT NULL,
  subject_id UUID NOT NULL,
  details JSONB
);
CREATE INDEX idx_audit_log_subject ON audit_log(subject_type, subject_id, id);
CREATE INDEX idx_audit_log_actor ON audit_log(actor_user_id, id);

CREATE FUNCTION touch_updated_at() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := (clock_timestamp() AT TIME ZONE 'UTC');
  RETURN NEW;
END $$;
DO $$ DECLARE t TEXT; BEGIN
  FOREACH t IN ARRAY ARRAY['users','patients','doctors','clinics','pharmacies','doctor_clinics',
                           'appointments','admins','pharmacy_staff'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION touch_updated_at()',
                   t || '_touch', t);
  END LOOP;
END $$;

-- An appointment takes its zone from its clinic when it is made or moves to another clinic.
CREATE FUNCTION appointment_takes_clinic_zone() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.doctor_clinic_id IS NOT NULL THEN
    SELECT c.timezone INTO NEW.timezone
      FROM doctor_clinics dc JOIN clinics c ON c.id = dc.clinic_id WHERE dc.id = NEW.doctor_clinic_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointments_zone BEFORE INSERT OR UPDATE OF starts_at, doctor_clinic_id ON appointments
  FOR EACH ROW EXECUTE FUNCTION appointment_takes_clinic_zone();

-- total_appointments: all but cancelled ones; completed_appointments: the completed ones;
-- total_patients_treated: distinct patients with a completed visit. The doctor's row is locked
-- before counting, so that two visits completed at once are both seen.
CREATE FUNCTION count_appointment() RETURNS TRIGGER LANGUAGE plpgsql AS $$
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
CREATE TRIGGER appointments_count
  AFTER INSERT OR DELETE OR UPDATE OF status, doctor_clinic_id, doctor_id ON appointments
  FOR EACH ROW EXECUTE FUNCTION count_appointment();

CREATE FUNCTION count_clinic_doctors() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE clinic UUID;
BEGIN
  FOREACH clinic IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW.clinic_id]
                          WHEN 'DELETE' THEN ARRAY[OLD.clinic_id]
                          ELSE ARRAY[OLD.clinic_id, NEW.clinic_id] END LOOP
    PERFORM 1 FROM clinics WHERE id = clinic FOR NO KEY UPDATE;
    UPDATE clinics SET total_doctors = (
      SELECT count(*) FROM doctor_clinics WHERE clinic_id = clinic AND status = 'active')
    WHERE id = clinic;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER doctor_clinics_count
  AFTER INSERT OR DELETE OR UPDATE OF status, clinic_id ON doctor_clinics
  FOR EACH ROW EXECUTE FUNCTION count_clinic_doctors();

-- A review is of a completed visit, and takes its doctor and association from it.
CREATE FUNCTION review_takes_its_visit() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  SELECT doctor_id, doctor_clinic_id INTO NEW.doctor_id, NEW.doctor_clinic_id
    FROM appointments WHERE id = NEW.appointment_id AND status = 'completed';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a review violates constraint "reviews_visit_completed": its visit is not completed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'reviews_visit_completed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reviews_visit BEFORE INSERT ON reviews
  FOR EACH ROW EXECUTE FUNCTION review_takes_its_visit();

-- Association, doctor and clinic are locked in this order, in which visits are counted, too, before
-- their averages are taken: two reviews at once are both counted, and nobody waits in a circle.
CREATE FUNCTION rate_from_reviews() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  doctor UUID := COALESCE(NEW.doctor_id, OLD.doctor_id);
  association UUID := COALESCE(NEW.doctor_clinic_id, OLD.doctor_clinic_id);
  clinic UUID := (SELECT clinic_id FROM doctor_clinics WHERE id = association);
BEGIN
  PERFORM 1 FROM doctor_clinics WHERE id = association FOR NO KEY UPDATE;
  PERFORM 1 FROM doctors WHERE id = doctor FOR NO KEY UPDATE;
  PERFORM 1 FROM clinics WHERE id = clinic FOR NO KEY UPDATE;
  UPDATE doctors SET (rating, rating_count) = (
    SELECT round(avg(r.rating), 2), count(*) FROM reviews r WHERE r.doctor_id = doctor)
  WHERE id = doctor;
  UPDATE doctor_clinics SET average_rating = (
    SELECT round(avg(r.rating), 2) FROM reviews r WHERE r.doctor_clinic_id = association)
  WHERE id = association;
  UPDATE clinics SET (rating, rating_count) = (
    SELECT round(avg(r.rating), 2), count(*) FROM reviews r
      JOIN doctor_clinics dc ON dc.id = r.doctor_clinic_id WHERE dc.clinic_id = clinic)
  WHERE id = clinic;
  RETURN NULL;
END $$;
CREATE TRIGGER reviews_rate AFTER INSERT OR DELETE OR UPDATE OF rating ON reviews
  FOR EACH ROW EXECUTE FUNCTION rate_from_reviews();
