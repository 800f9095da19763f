-- What tells that somebody applies twice, or with another's papers: numbers, names and documents that
-- are the same or nearly so, each found by an index.

-- A licence number without what people write differently: "IL-036 12" is "IL03612".
CREATE FUNCTION licence_text(value TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT upper(regexp_replace(value, '[^[:alnum:]]', '', 'g'))
$$;

-- Whether one sign less, more or different, or two neighbours swapped, make one text the other.
CREATE FUNCTION one_slip_apart(a TEXT, b TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  longer INTEGER := greatest(length(a), length(b));
  shorter INTEGER := least(length(a), length(b));
  head INTEGER := 0;
  tail INTEGER := 0;
BEGIN
  IF a = b OR longer - shorter > 1 THEN RETURN FALSE; END IF;
  WHILE head < shorter AND substr(a, head + 1, 1) = substr(b, head + 1, 1) LOOP
    head := head + 1;
  END LOOP;
  WHILE tail < shorter - head
    AND substr(a, length(a) - tail, 1) = substr(b, length(b) - tail, 1) LOOP
    tail := tail + 1;
  END LOOP;
  RETURN head + tail = longer - 1
    OR (longer = shorter AND head + tail = longer - 2
      AND substr(a, head + 1, 2) = reverse(substr(b, head + 1, 2)));
END $$;

-- Namesakes are told apart by it. Nobody but the doctor and who checks the licence sees it.
ALTER TABLE doctors
  ADD COLUMN date_of_birth DATE,
  ADD CONSTRAINT doctors_born_on_earth CHECK (date_of_birth >= DATE '1890-01-01');

CREATE INDEX idx_doctors_licence_text ON doctors USING GIN (licence_text(license_number) gin_trgm_ops);
CREATE INDEX idx_doctors_documents ON doctors USING GIN (verification_documents jsonb_path_ops);
CREATE INDEX idx_doctors_verified_at ON doctors(verified_at DESC, id DESC) WHERE is_verified;
CREATE INDEX idx_pharmacies_licence_text ON pharmacies USING GIN (licence_text(license_number) gin_trgm_ops);

CREATE OR REPLACE FUNCTION raise_doctor_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.license_number, OLD.license_authority, OLD.license_country, OLD.license_expires_on,
      OLD.specialization, OLD.sub_specialization, OLD.qualification, OLD.experience_years,
      OLD.medical_council_registration, OLD.verification_documents, OLD.submitted_at,
      OLD.is_verified, OLD.review_outcome, OLD.suspended_at, OLD.date_of_birth)
    IS DISTINCT FROM
     (NEW.license_number, NEW.license_authority, NEW.license_country, NEW.license_expires_on,
      NEW.specialization, NEW.sub_specialization, NEW.qualification, NEW.experience_years,
      NEW.medical_council_registration, NEW.verification_documents, NEW.submitted_at,
      NEW.is_verified, NEW.review_outcome, NEW.suspended_at, NEW.date_of_birth)
  THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;
