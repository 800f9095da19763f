-- loses: doctors.date_of_birth
CREATE OR REPLACE FUNCTION raise_doctor_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.license_number, OLD.license_authority, OLD.license_country, OLD.license_expires_on,
      OLD.specialization, OLD.sub_specialization, OLD.qualification, OLD.experience_years,
      OLD.medical_council_registration, OLD.verification_documents, OLD.submitted_at,
      OLD.is_verified, OLD.review_outcome, OLD.suspended_at)
    IS DISTINCT FROM
     (NEW.license_number, NEW.license_authority, NEW.license_country, NEW.license_expires_on,
      NEW.specialization, NEW.sub_specialization, NEW.qualification, NEW.experience_years,
      NEW.medical_council_registration, NEW.verification_documents, NEW.submitted_at,
      NEW.is_verified, NEW.review_outcome, NEW.suspended_at)
  THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;
DROP INDEX idx_pharmacies_licence_text, idx_doctors_verified_at, idx_doctors_documents, idx_doctors_licence_text;
ALTER TABLE doctors DROP COLUMN date_of_birth;
DROP FUNCTION one_slip_apart(TEXT, TEXT);
DROP FUNCTION licence_text(TEXT);
