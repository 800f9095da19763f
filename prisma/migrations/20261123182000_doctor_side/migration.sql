-- The doctor's application and documents, clinics that doctors propose, the private calendar feed,
-- answers to reviews and their moderation.

ALTER TABLE doctors
  -- When the doctor handed the application in for review; NULL while they still fill it in.
  ADD COLUMN submitted_at TIMESTAMP,
  ADD CONSTRAINT doctors_documents_are_a_list CHECK (
    verification_documents IS NULL OR jsonb_typeof(verification_documents) = 'array');
UPDATE doctors SET submitted_at = COALESCE(verified_at, created_at) WHERE is_verified;

-- Files in the store that nothing names any more, or not yet: whoever keeps them deletes these.
CREATE TABLE file_removals (
  key TEXT PRIMARY KEY,
  due_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_file_removals_due ON file_removals(due_at);

-- A file goes with the row that lists it, whoever deletes that and however.
CREATE FUNCTION remove_unlisted_documents() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO file_removals (key)
    SELECT listed->>'key' FROM jsonb_array_elements(COALESCE(OLD.verification_documents, '[]')) AS listed
    WHERE listed->>'key' IS NOT NULL AND (TG_OP = 'DELETE' OR NOT EXISTS (
      SELECT 1 FROM jsonb_array_elements(COALESCE(NEW.verification_documents, '[]')) AS kept
      WHERE kept->>'key' = listed->>'key'))
  ON CONFLICT (key) DO UPDATE SET due_at = EXCLUDED.due_at;
  RETURN NULL;
END $$;
CREATE TRIGGER doctors_documents AFTER DELETE OR UPDATE OF verification_documents ON doctors
  FOR EACH ROW EXECUTE FUNCTION remove_unlisted_documents();

-- A clinic that a doctor proposed is nobody else's to see until an administrator has looked at it.
ALTER TABLE clinics
  ADD COLUMN proposed_by UUID REFERENCES users(id) ON DELETE SET NULL,
  DROP CONSTRAINT clinics_status_known,
  ADD CONSTRAINT clinics_status_known
    CHECK (status IS NOT NULL AND status IN
      ('active', 'inactive', 'temporarily_closed', 'permanently_closed', 'proposed'));
CREATE INDEX idx_clinics_proposed_by ON clinics(proposed_by) WHERE proposed_by IS NOT NULL;
-- What a clinic's name is searched by when a doctor looks for the one they work at.
CREATE INDEX idx_clinics_name ON clinics USING GIN (search_text(name) gin_trgm_ops);

-- The secret of a calendar's address, as a hash only. A new one replaces the old.
CREATE TABLE calendar_feeds (
  doctor_id UUID PRIMARY KEY REFERENCES doctors(id) ON DELETE CASCADE,
  secret_hash TEXT UNIQUE NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_read_at TIMESTAMPTZ
);

ALTER TABLE reviews
  ADD COLUMN reply TEXT,
  ADD COLUMN replied_at TIMESTAMP,
  ADD COLUMN hidden_at TIMESTAMP,
  ADD COLUMN hidden_by UUID REFERENCES users(id) ON DELETE SET NULL,
  ADD COLUMN hidden_reason VARCHAR(500),
  ADD CONSTRAINT reviews_reply_says_when CHECK ((reply IS NULL) = (replied_at IS NULL));
CREATE INDEX idx_reviews_hidden_by ON reviews(hidden_by) WHERE hidden_by IS NOT NULL;
CREATE INDEX idx_reviews_newest ON reviews(created_at DESC, id DESC);

-- As before, but what is hidden does not count.
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
DROP TRIGGER reviews_rate ON reviews;
CREATE TRIGGER reviews_rate AFTER INSERT OR DELETE OR UPDATE OF rating, hidden_at ON reviews
  FOR EACH ROW EXECUTE FUNCTION rate_from_reviews();
