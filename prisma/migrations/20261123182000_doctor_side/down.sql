-- loses: file_removals, calendar_feeds, doctors.submitted_at, clinics.proposed_by, reviews.reply, reviews.replied_at, reviews.hidden_at, reviews.hidden_by, reviews.hidden_reason
DROP TRIGGER reviews_rate ON reviews;
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
DROP INDEX idx_reviews_hidden_by, idx_reviews_newest, idx_clinics_name, idx_clinics_proposed_by;
ALTER TABLE reviews
  DROP CONSTRAINT reviews_reply_says_when,
  DROP COLUMN reply, DROP COLUMN replied_at,
  DROP COLUMN hidden_at, DROP COLUMN hidden_by, DROP COLUMN hidden_reason;
DROP TABLE calendar_feeds, file_removals;
UPDATE clinics SET status = 'inactive' WHERE status = 'proposed';
ALTER TABLE clinics
  DROP COLUMN proposed_by,
  DROP CONSTRAINT clinics_status_known,
  ADD CONSTRAINT clinics_status_known
    CHECK (status IS NOT NULL
           AND status IN ('active', 'inactive', 'temporarily_closed', 'permanently_closed'));
DROP TRIGGER doctors_documents ON doctors;
DROP FUNCTION remove_unlisted_documents();
ALTER TABLE doctors DROP CONSTRAINT doctors_documents_are_a_list, DROP COLUMN submitted_at;
