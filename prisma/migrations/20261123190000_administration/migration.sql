-- Administration: decisions about licences by one or two people, licences that end, are renewed and
-- suspended, what an administrator may do, clinics that move address or merge.

-- How many people a verification takes. One row.
CREATE TABLE platform_settings (
  is_only BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (is_only),
  second_reviewer VARCHAR(20) NOT NULL DEFAULT 'never'
    CONSTRAINT platform_settings_second_reviewer_known
    CHECK (second_reviewer IN ('never', 'countries', 'always')),
  second_reviewer_countries TEXT[] NOT NULL DEFAULT '{}',
  revision INTEGER NOT NULL DEFAULT 0
);
INSERT INTO platform_settings DEFAULT VALUES;

ALTER TABLE doctors
  -- Rises with all that a decision rests on, so that none is made about what nobody has seen.
  ADD COLUMN revision INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN assigned_to UUID REFERENCES users(id) ON DELETE SET NULL,
  -- What the last review said to the doctor, until they hand in again.
  ADD COLUMN review_outcome VARCHAR(20),
  ADD COLUMN suspended_at TIMESTAMP,
  ADD COLUMN suspended_by UUID REFERENCES users(id) ON DELETE SET NULL,
  ADD COLUMN suspension_reason VARCHAR(500),
  ADD CONSTRAINT doctors_review_outcome_known CHECK (review_outcome IN ('asked', 'rejected')),
  ADD CONSTRAINT doctors_verified_or_sent_back CHECK (is_verified IS NOT TRUE OR review_outcome IS NULL),
  ADD CONSTRAINT doctors_suspension_says_why CHECK ((suspended_at IS NULL) = (suspension_reason IS NULL));
CREATE INDEX idx_doctors_waiting ON doctors(submitted_at, id)
  WHERE submitted_at IS NOT NULL AND is_verified IS NOT TRUE;
CREATE INDEX idx_doctors_licence_ends ON doctors(license_expires_on) WHERE is_verified;
CREATE INDEX idx_doctors_suspended ON doctors(suspended_at) WHERE suspended_at IS NOT NULL;
CREATE INDEX idx_doctors_assigned_to ON doctors(assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_doctors_suspended_by ON doctors(suspended_by) WHERE suspended_by IS NOT NULL;

CREATE FUNCTION raise_doctor_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
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
CREATE TRIGGER doctors_revision BEFORE UPDATE ON doctors
  FOR EACH ROW EXECUTE FUNCTION raise_doctor_revision();

CREATE FUNCTION raise_revision_of_renamed_doctor() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  UPDATE doctors SET revision = revision + 1 WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER users_doctor_renamed AFTER UPDATE OF given_name, family_name, full_name ON users
  FOR EACH ROW WHEN (NEW.role = 'doctor' AND (OLD.given_name, OLD.family_name, OLD.full_name)
    IS DISTINCT FROM (NEW.given_name, NEW.family_name, NEW.full_name))
  EXECUTE FUNCTION raise_revision_of_renamed_doctor();

-- The same of a pharmacy, and what its verification rests on.
ALTER TABLE pharmacies
  ADD COLUMN city VARCHAR(100),
  ADD COLUMN country CHAR(2),
  ADD COLUMN timezone VARCHAR(64) NOT NULL DEFAULT 'UTC',
  ADD COLUMN license_number VARCHAR(100),
  ADD COLUMN license_authority VARCHAR(200),
  ADD COLUMN license_country CHAR(2),
  ADD COLUMN license_expires_on DATE,
  ADD COLUMN revision INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN assigned_to UUID REFERENCES users(id) ON DELETE SET NULL,
  ADD COLUMN verified_by UUID REFERENCES users(id) ON DELETE SET NULL,
  ADD COLUMN review_outcome VARCHAR(20),
  ADD CONSTRAINT pharmacies_timezone_known CHECK (is_time_zone(timezone)),
  ADD CONSTRAINT pharmacies_review_outcome_known CHECK (review_outcome IN ('asked', 'rejected')),
  ADD CONSTRAINT pharmacies_verified_or_sent_back CHECK (is_verified IS NOT TRUE OR review_outcome IS NULL);
CREATE INDEX idx_pharmacies_name ON pharmacies USING GIN (search_text(name) gin_trgm_ops);
CREATE INDEX idx_pharmacies_waiting ON pharmacies(created_at, id) WHERE is_verified IS NOT TRUE;
CREATE INDEX idx_pharmacies_assigned_to ON pharmacies(assigned_to) WHERE assigned_to IS NOT NULL;
CREATE INDEX idx_pharmacies_verified_by ON pharmacies(verified_by) WHERE verified_by IS NOT NULL;

CREATE FUNCTION raise_pharmacy_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  -- Ratings are counted, not edited.
  IF to_jsonb(OLD) - '{rating,rating_count,revision,assigned_to,updated_at}'::TEXT[]
    IS DISTINCT FROM to_jsonb(NEW) - '{rating,rating_count,revision,assigned_to,updated_at}'::TEXT[]
  THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pharmacies_revision BEFORE UPDATE ON pharmacies
  FOR EACH ROW EXECUTE FUNCTION raise_pharmacy_revision();

-- A verified doctor's new licence, until somebody has looked at it.
CREATE TABLE licence_renewals (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  doctor_id UUID NOT NULL REFERENCES doctors(id) ON DELETE CASCADE,
  expires_on DATE NOT NULL,
  -- One of the doctor's verification_documents.
  document_id UUID NOT NULL,
  status VARCHAR(20) NOT NULL DEFAULT 'waiting'
    CONSTRAINT licence_renewals_status_known
    CHECK (status IN ('waiting', 'accepted', 'asked', 'rejected', 'withdrawn')),
  assigned_to UUID REFERENCES users(id) ON DELETE SET NULL,
  handed_in_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX idx_licence_renewals_one_waiting ON licence_renewals(doctor_id) WHERE status = 'waiting';
CREATE INDEX idx_licence_renewals_doctor ON licence_renewals(doctor_id, handed_in_at);
CREATE INDEX idx_licence_renewals_waiting ON licence_renewals(handed_in_at, id) WHERE status = 'waiting';
CREATE INDEX idx_licence_renewals_assigned_to ON licence_renewals(assigned_to) WHERE assigned_to IS NOT NULL;

-- Every decision, also one that waits for the second person and one they did not agree with.
CREATE TABLE verification_decisions (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  doctor_id UUID REFERENCES doctors(id) ON DELETE CASCADE,
  renewal_id UUID REFERENCES licence_renewals(id) ON DELETE CASCADE,
  pharmacy_id UUID REFERENCES pharmacies(id) ON DELETE CASCADE,
  verdict VARCHAR(20) NOT NULL
    CONSTRAINT verification_decisions_verdict_known CHECK (verdict IN ('verify', 'ask', 'reject')),
  reason_code VARCHAR(40),
  words VARCHAR(1000),
  reviewed_revision INTEGER NOT NULL,
  status VARCHAR(20) NOT NULL
    CONSTRAINT verification_decisions_status_known
    CHECK (status IN ('awaiting_second', 'final', 'withdrawn')),
  decided_by UUID REFERENCES users(id) ON DELETE SET NULL,
  decided_at TIMESTAMPTZ NOT NULL,
  seconded_by UUID REFERENCES users(id) ON DELETE SET NULL,
  seconded_at TIMESTAMPTZ,
  second_words VARCHAR(1000),
  CONSTRAINT verification_decisions_one_subject CHECK (num_nonnulls(doctor_id, pharmacy_id) = 1),
  CONSTRAINT verification_decisions_renewal_of_doctor CHECK (renewal_id IS NULL OR doctor_id IS NOT NULL),
  CONSTRAINT verification_decisions_two_people CHECK (seconded_by <> decided_by),
  CONSTRAINT verification_decisions_says_what CHECK (
    CASE verdict WHEN 'ask' THEN words IS NOT NULL WHEN 'reject' THEN reason_code IS NOT NULL ELSE TRUE END)
);
CREATE UNIQUE INDEX idx_verification_decisions_one_open
  ON verification_decisions(COALESCE(renewal_id, doctor_id, pharmacy_id)) WHERE status = 'awaiting_second';
CREATE INDEX idx_verification_decisions_doctor ON verification_decisions(doctor_id, decided_at);
CREATE INDEX idx_verification_decisions_pharmacy ON verification_decisions(pharmacy_id, decided_at);
CREATE INDEX idx_verification_decisions_renewal ON verification_decisions(renewal_id);
CREATE INDEX idx_verification_decisions_decided_by ON verification_decisions(decided_by);
CREATE INDEX idx_verification_decisions_seconded_by ON verification_decisions(seconded_by);

CREATE FUNCTION refuse_own_verification() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM doctors WHERE id = NEW.doctor_id AND user_id IN (NEW.decided_by, NEW.seconded_by))
    OR EXISTS (SELECT 1 FROM pharmacy_staff
      WHERE pharmacy_id = NEW.pharmacy_id AND user_id IN (NEW.decided_by, NEW.seconded_by))
  THEN
    RAISE EXCEPTION 'a decision violates constraint "verification_decisions_not_own"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verification_decisions_not_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verification_decisions_not_own BEFORE INSERT OR UPDATE ON verification_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_own_verification();

-- Which doctor was told of the end of which licence, so many days before it.
CREATE TABLE licence_notices (
  doctor_id UUID NOT NULL REFERENCES doctors(id) ON DELETE CASCADE,
  expires_on DATE NOT NULL,
  days_before SMALLINT NOT NULL,
  sent_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (doctor_id, expires_on, days_before)
);

-- As before, and not while the licence is suspended.
CREATE OR REPLACE FUNCTION listed_doctors(on_day DATE) RETURNS SETOF doctors
LANGUAGE sql STABLE AS $$
  SELECT d.* FROM doctors d JOIN users u ON u.id = d.user_id
  WHERE d.is_verified IS TRUE AND d.suspended_at IS NULL AND u.is_active IS TRUE AND u.role = 'doctor'
    AND (d.license_expires_on IS NULL OR d.license_expires_on >= on_day)
$$;

-- No appointment is made with, or moved to, a doctor without a licence on its day. Those made before
-- stand until somebody has decided about them. The doctor's row is shared until the end, so that a
-- suspension comes either before or after.
CREATE FUNCTION require_licence_on_the_day() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.doctor_id IS NULL OR NEW.status NOT IN ('scheduled', 'confirmed', 'arrived', 'in_progress')
    OR (TG_OP = 'UPDATE' AND OLD.status NOT IN ('cancelled', 'no_show')
        AND (OLD.starts_at, OLD.doctor_id) IS NOT DISTINCT FROM (NEW.starts_at, NEW.doctor_id))
  THEN RETURN NULL; END IF;
  PERFORM 1 FROM doctors WHERE id = NEW.doctor_id FOR SHARE;
  IF NOT EXISTS (SELECT 1 FROM listed_doctors(NEW.appointment_date) d WHERE d.id = NEW.doctor_id) THEN
    RAISE EXCEPTION 'an appointment violates constraint "appointments_doctor_licensed"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'appointments_doctor_licensed';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER appointments_licensed AFTER INSERT OR UPDATE OF starts_at, doctor_id, status ON appointments
  FOR EACH ROW EXECUTE FUNCTION require_licence_on_the_day();

-- An appointment somebody decided to leave standing, whatever the cause; another cause asks again.
CREATE TABLE kept_appointments (
  appointment_id UUID NOT NULL REFERENCES appointments(id) ON DELETE CASCADE,
  cause VARCHAR(20) NOT NULL,
  kept_by UUID REFERENCES users(id) ON DELETE SET NULL,
  kept_at TIMESTAMPTZ NOT NULL,
  reason VARCHAR(500),
  PRIMARY KEY (appointment_id, cause)
);
CREATE INDEX idx_kept_appointments_kept_by ON kept_appointments(kept_by) WHERE kept_by IS NOT NULL;

-- Standing appointments ahead that their doctor or their clinic cannot keep as things are, each with
-- its first cause, and without those that somebody decided to leave standing for it.
CREATE FUNCTION unserved_appointments(after TIMESTAMPTZ) RETURNS TABLE (appointment_id UUID, cause TEXT)
LANGUAGE sql STABLE AS $$
  SELECT u.id, u.cause FROM (
    SELECT DISTINCT ON (found.id) found.id, found.cause FROM (
      SELECT a.id, 1 AS rank, CASE
          WHEN d.suspended_at IS NOT NULL THEN 'suspended'
          WHEN d.is_verified IS NOT TRUE THEN 'unverified'
          ELSE 'account_off' END AS cause
        FROM doctors d JOIN users p ON p.id = d.user_id JOIN appointments a ON a.doctor_id = d.id
        WHERE (d.suspended_at IS NOT NULL OR d.is_verified IS NOT TRUE
               OR p.is_active IS NOT TRUE OR p.role <> 'doctor')
          AND a.starts_at > after AND a.status IN ('scheduled', 'confirmed')
      UNION ALL
      SELECT a.id, 2, 'licence_ends'
        FROM doctors d JOIN appointments a ON a.doctor_id = d.id
        WHERE d.license_expires_on < a.appointment_date
          AND a.starts_at > after AND a.status IN ('scheduled', 'confirmed')
      UNION ALL
      SELECT a.id, 3, 'clinic_closed'
        FROM clinics c JOIN doctor_clinics dc ON dc.clinic_id = c.id
          JOIN appointments a ON a.doctor_clinic_id = dc.id
        WHERE c.status NOT IN ('active', 'proposed')
          AND a.starts_at > after AND a.status IN ('scheduled', 'confirmed')
    ) found ORDER BY found.id, found.rank
  ) u WHERE NOT EXISTS (
    SELECT 1 FROM kept_appointments k WHERE k.appointment_id = u.id AND k.cause = u.cause)
$$;

-- What an administrator may do. A super_admin is never narrowed, and one always remains.
ALTER TABLE admins
  ADD COLUMN revision INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT admins_access_level_known
    CHECK (access_level IN ('standard', 'support', 'moderator', 'admin', 'super_admin')),
  ADD CONSTRAINT admins_permissions_are_lists CHECK (permissions IS NULL OR jsonb_typeof(permissions) = 'object'),
  ADD CONSTRAINT admins_modules_are_a_list CHECK (allowed_modules IS NULL OR jsonb_typeof(allowed_modules) = 'array'),
  ADD CONSTRAINT admins_super_admin_is_whole CHECK (
    access_level IS DISTINCT FROM 'super_admin' OR (permissions IS NULL AND allowed_modules IS NULL));

CREATE FUNCTION raise_admin_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.access_level, OLD.permissions, OLD.allowed_modules, OLD.department, OLD.job_title)
    IS DISTINCT FROM (NEW.access_level, NEW.permissions, NEW.allowed_modules, NEW.department, NEW.job_title)
  THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER admins_revision BEFORE UPDATE ON admins
  FOR EACH ROW EXECUTE FUNCTION raise_admin_revision();

CREATE FUNCTION keep_a_super_admin() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  -- Of two who go at once the second sees that the first has gone.
  PERFORM pg_advisory_xact_lock(hashtext('medico24.super_admin'));
  IF NOT EXISTS (SELECT 1 FROM admins a JOIN users u ON u.id = a.user_id
    WHERE a.access_level = 'super_admin' AND u.is_active IS TRUE AND u.role = 'admin')
  THEN
    RAISE EXCEPTION 'the change violates constraint "admins_last_super_admin"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'admins_last_super_admin';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER admins_last_super_admin AFTER UPDATE OF access_level OR DELETE ON admins
  FOR EACH ROW WHEN (OLD.access_level = 'super_admin') EXECUTE FUNCTION keep_a_super_admin();

CREATE FUNCTION keep_a_super_admin_active() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM admins WHERE user_id = OLD.id AND access_level = 'super_admin') THEN
    PERFORM pg_advisory_xact_lock(hashtext('medico24.super_admin'));
    IF NOT EXISTS (SELECT 1 FROM admins a JOIN users u ON u.id = a.user_id
      WHERE a.access_level = 'super_admin' AND u.is_active IS TRUE AND u.role = 'admin')
    THEN
      RAISE EXCEPTION 'the change violates constraint "admins_last_super_admin"'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'admins_last_super_admin';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER users_last_super_admin AFTER UPDATE OF is_active, role ON users
  FOR EACH ROW WHEN (OLD.role = 'admin' AND (NEW.is_active IS NOT TRUE OR NEW.role <> 'admin'))
  EXECUTE FUNCTION keep_a_super_admin_active();

-- Clinics: edited by one at a time, merged without losing what was, found at their old addresses.
ALTER TABLE clinics
  ADD COLUMN revision INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN merged_into UUID REFERENCES clinics(id) ON DELETE SET NULL,
  DROP CONSTRAINT clinics_status_known,
  ADD CONSTRAINT clinics_status_known
    CHECK (status IS NOT NULL AND status IN
      ('active', 'inactive', 'temporarily_closed', 'permanently_closed', 'proposed', 'merged')),
  ADD CONSTRAINT clinics_not_merged_into_itself CHECK (merged_into <> id);
CREATE INDEX idx_clinics_merged_into ON clinics(merged_into) WHERE merged_into IS NOT NULL;

CREATE FUNCTION raise_clinic_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  -- Ratings and doctors are counted, not edited. A generated column is not known yet.
  IF to_jsonb(OLD) - '{rating,rating_count,total_doctors,revision,updated_at,location}'::TEXT[]
    IS DISTINCT FROM to_jsonb(NEW) - '{rating,rating_count,total_doctors,revision,updated_at,location}'::TEXT[]
  THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clinics_revision BEFORE UPDATE ON clinics
  FOR EACH ROW EXECUTE FUNCTION raise_clinic_revision();

CREATE TABLE clinic_old_slugs (
  slug VARCHAR(255) PRIMARY KEY,
  clinic_id UUID NOT NULL REFERENCES clinics(id) ON DELETE CASCADE
);
CREATE INDEX idx_clinic_old_slugs_clinic ON clinic_old_slugs(clinic_id);
CREATE TABLE pharmacy_old_slugs (
  slug VARCHAR(255) PRIMARY KEY,
  pharmacy_id UUID NOT NULL REFERENCES pharmacies(id) ON DELETE CASCADE
);
CREATE INDEX idx_pharmacy_old_slugs_pharmacy ON pharmacy_old_slugs(pharmacy_id);

-- An address once given leads there for good: nobody else gets it.
CREATE FUNCTION keep_clinic_slug() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM clinic_old_slugs WHERE slug = NEW.slug AND clinic_id <> NEW.id) THEN
    RAISE EXCEPTION 'the address violates constraint "clinics_slug_key"'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'clinics_slug_key';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.slug <> NEW.slug THEN
    INSERT INTO clinic_old_slugs (slug, clinic_id) VALUES (OLD.slug, NEW.id) ON CONFLICT DO NOTHING;
  END IF;
  DELETE FROM clinic_old_slugs WHERE slug = NEW.slug AND clinic_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER clinics_keep_slug AFTER INSERT OR UPDATE OF slug ON clinics
  FOR EACH ROW EXECUTE FUNCTION keep_clinic_slug();
CREATE FUNCTION keep_pharmacy_slug() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM pharmacy_old_slugs WHERE slug = NEW.slug AND pharmacy_id <> NEW.id) THEN
    RAISE EXCEPTION 'the address violates constraint "pharmacies_slug_key"'
      USING ERRCODE = 'unique_violation', CONSTRAINT = 'pharmacies_slug_key';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.slug <> NEW.slug THEN
    INSERT INTO pharmacy_old_slugs (slug, pharmacy_id) VALUES (OLD.slug, NEW.id) ON CONFLICT DO NOTHING;
  END IF;
  DELETE FROM pharmacy_old_slugs WHERE slug = NEW.slug AND pharmacy_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER pharmacies_keep_slug AFTER INSERT OR UPDATE OF slug ON pharmacies
  FOR EACH ROW EXECUTE FUNCTION keep_pharmacy_slug();

-- From where somebody acted.
ALTER TABLE audit_log ADD COLUMN address VARCHAR(45);

-- People are found by name and address, as administrators type them.
CREATE INDEX idx_users_name_search ON users USING GIN (search_text(full_name) gin_trgm_ops);
CREATE INDEX idx_users_email_search ON users USING GIN (lower(email) gin_trgm_ops);
CREATE INDEX idx_users_created_at ON users(created_at DESC, id DESC);
