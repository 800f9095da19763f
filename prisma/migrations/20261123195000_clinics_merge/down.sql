-- loses: nothing
CREATE OR REPLACE FUNCTION rate_from_reviews() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  doctor UUID := COALESCE(NEW.doctor_id, OLD.doctor_id);
  association UUID := COALESCE(NEW.doctor_clinic_id, OLD.doctor_clinic_id);
  clinic UUID := (SELECT clinic_id FROM doctor_clinics WHERE id = association);
BEGIN
  PERFORM 1 FROM doctor_clinics WHERE id = association FOR NO KEY UPDATE;
  PERFORM 1 FROM doctors WHERE id = doctor FOR NO KEY UPDATE;
  PERFORM 1 FROM clinics WHERE id = clinic FOR NO KEY UPDATE;
  UPDATE doctors SET (rating, rating_count) = (
    SELECT round(avg(r.rating), 2), count(*) FROM reviews r
    WHERE r.doctor_id = doctor AND r.hidden_at IS NULL)
  WHERE id = doctor;
  UPDATE doctor_clinics SET average_rating = (
    SELECT round(avg(r.rating), 2) FROM reviews r
    WHERE r.doctor_clinic_id = association AND r.hidden_at IS NULL)
  WHERE id = association;
  UPDATE clinics SET (rating, rating_count) = (
    SELECT round(avg(r.rating), 2), count(*) FROM reviews r
      JOIN doctor_clinics dc ON dc.id = r.doctor_clinic_id
    WHERE dc.clinic_id = clinic AND r.hidden_at IS NULL)
  WHERE id = clinic;
  RETURN NULL;
END $$;

DROP INDEX idx_clinics_name_order;
