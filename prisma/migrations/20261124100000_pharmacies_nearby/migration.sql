-- Pharmacies nearby: hours in one format that the database itself can judge, where a row came from,
-- who runs it, what people report, and who is on duty.

-- Days on which a country keeps holiday. Filled from a calendar of holidays (features/opening-hours).
CREATE TABLE public_holidays (
  country CHAR(2) NOT NULL,
  day DATE NOT NULL,
  name VARCHAR(200) NOT NULL,
  PRIMARY KEY (country, day)
);

ALTER TABLE pharmacies
  -- The words that the hours were read from, or that could not be read.
  ADD COLUMN hours_as_written VARCHAR(1000),
  ADD COLUMN hours_confirmed_at TIMESTAMPTZ,
  ADD COLUMN hours_confirmed_by UUID REFERENCES users(id) ON DELETE SET NULL,
  ADD COLUMN hours_confirmed_as VARCHAR(20),
  -- Which file or register a row came from, and what it is called there.
  ADD COLUMN source VARCHAR(60),
  ADD COLUMN source_id VARCHAR(200),
  ADD COLUMN postal_code VARCHAR(20),
  -- Put forward by the people who run it: nobody sees it before it is verified.
  ADD COLUMN proposed_at TIMESTAMPTZ,
  ADD COLUMN proposed_by UUID REFERENCES users(id) ON DELETE SET NULL,
  ADD COLUMN is_listed BOOLEAN NOT NULL GENERATED ALWAYS AS
    (coalesce(is_active, TRUE) AND (proposed_at IS NULL OR coalesce(is_verified, FALSE))) STORED,
  ADD CONSTRAINT pharmacies_source_whole CHECK ((source IS NULL) = (source_id IS NULL)),
  ADD CONSTRAINT pharmacies_source_key UNIQUE (source, source_id),
  ADD CONSTRAINT pharmacies_confirmed_whole CHECK ((hours_confirmed_at IS NULL) = (hours_confirmed_as IS NULL)),
  ADD CONSTRAINT pharmacies_confirmed_as_known CHECK (hours_confirmed_as IN ('staff', 'admin', 'source')),
  ADD CONSTRAINT pharmacies_delivery_whole CHECK (delivery_radius_km IS NULL OR delivery_radius_km > 0);
CREATE INDEX idx_pharmacies_listed_location ON pharmacies USING GIST (location) WHERE is_listed;
CREATE INDEX idx_pharmacies_proposed_by ON pharmacies(proposed_by) WHERE proposed_by IS NOT NULL;
CREATE INDEX idx_pharmacies_hours_confirmed_by ON pharmacies(hours_confirmed_by) WHERE hours_confirmed_by IS NOT NULL;

-- What is counted, confirmed or worked out is no edit; a generated column is not known yet.
CREATE OR REPLACE FUNCTION raise_pharmacy_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE no_edit TEXT[] := '{rating,rating_count,revision,assigned_to,updated_at,is_listed,
  hours_confirmed_at,hours_confirmed_by,hours_confirmed_as,open_week,may_open}';
BEGIN
  IF to_jsonb(OLD) - no_edit IS DISTINCT FROM to_jsonb(NEW) - no_edit
  THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;

-- Hours in the syntax of OpenStreetMap stay as they were written until they are read anew.
UPDATE pharmacies SET hours_as_written = left(opening_hours->>'osm', 1000), opening_hours = NULL
  WHERE opening_hours ? 'osm';
-- A week of the data model becomes a rule for each day.
UPDATE pharmacies SET opening_hours = (SELECT jsonb_build_object('rules', jsonb_agg(
    jsonb_build_object('days', jsonb_build_array(d.key), 'windows', d.value)))
    FROM jsonb_each(opening_hours) d)
  WHERE opening_hours IS NOT NULL AND is_weekly_template(opening_hours) AND opening_hours <> '{}';
UPDATE pharmacies SET opening_hours = NULL WHERE NOT opening_hours ? 'rules';

-- Who wants to run a pharmacy here; with a proposal the pharmacy itself is new.
CREATE TABLE pharmacy_claims (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  pharmacy_id UUID NOT NULL REFERENCES pharmacies(id) ON DELETE CASCADE,
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  position VARCHAR(20) NOT NULL,
  license_number VARCHAR(100),
  words VARCHAR(1000),
  is_proposal BOOLEAN NOT NULL DEFAULT FALSE,
  status VARCHAR(20) NOT NULL DEFAULT 'open',
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  decided_by UUID REFERENCES users(id) ON DELETE SET NULL,
  decided_at TIMESTAMPTZ,
  reason VARCHAR(500),
  CONSTRAINT pharmacy_claims_position_known CHECK (position IN ('owner', 'pharmacist', 'manager', 'staff')),
  CONSTRAINT pharmacy_claims_status_known CHECK (status IN ('open', 'approved', 'rejected', 'withdrawn')),
  CONSTRAINT pharmacy_claims_decided CHECK ((status = 'open') = (decided_at IS NULL)),
  CONSTRAINT pharmacy_claims_not_by_oneself CHECK (decided_by IS NULL OR status = 'withdrawn' OR decided_by <> user_id)
);
-- One wish at a time.
CREATE UNIQUE INDEX pharmacy_claims_one_open ON pharmacy_claims(user_id) WHERE status = 'open';
CREATE INDEX idx_pharmacy_claims_pharmacy ON pharmacy_claims(pharmacy_id, created_at);
CREATE INDEX idx_pharmacy_claims_open ON pharmacy_claims(created_at, id) WHERE status = 'open';
CREATE INDEX idx_pharmacy_claims_decided_by ON pharmacy_claims(decided_by) WHERE decided_by IS NOT NULL;

-- What somebody of a pharmacy is, and may do, is said in the data model's words.
UPDATE pharmacy_staff SET position = CASE WHEN is_owner THEN 'owner' ELSE 'staff' END
  WHERE position IS NULL OR position NOT IN ('owner', 'pharmacist', 'manager', 'staff');
UPDATE pharmacy_staff SET is_owner = (position = 'owner') WHERE is_owner IS DISTINCT FROM (position = 'owner');
ALTER TABLE pharmacy_staff
  ALTER COLUMN position SET DEFAULT 'staff',
  ADD COLUMN revision INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT pharmacy_staff_position_known CHECK (position IN ('owner', 'pharmacist', 'manager', 'staff')),
  ADD CONSTRAINT pharmacy_staff_owner_is_owner CHECK (coalesce(is_owner, FALSE) = (position = 'owner'));

CREATE FUNCTION raise_staff_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) - '{revision,updated_at}'::TEXT[] IS DISTINCT FROM to_jsonb(NEW) - '{revision,updated_at}'::TEXT[]
  THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pharmacy_staff_revision BEFORE UPDATE ON pharmacy_staff
  FOR EACH ROW EXECUTE FUNCTION raise_staff_revision();

-- A colleague is asked by e-mail; of the link only a hash is kept.
CREATE TABLE pharmacy_invitations (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  pharmacy_id UUID NOT NULL REFERENCES pharmacies(id) ON DELETE CASCADE,
  email VARCHAR(255) NOT NULL,
  position VARCHAR(20) NOT NULL,
  permissions JSONB,
  token_hash CHAR(64) NOT NULL UNIQUE,
  invited_by UUID REFERENCES users(id) ON DELETE SET NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  expires_at TIMESTAMPTZ NOT NULL,
  accepted_at TIMESTAMPTZ,
  accepted_by UUID REFERENCES users(id) ON DELETE SET NULL,
  withdrawn_at TIMESTAMPTZ,
  CONSTRAINT pharmacy_invitations_position_known CHECK (position IN ('pharmacist', 'manager', 'staff', 'owner')),
  CONSTRAINT pharmacy_invitations_one_end CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX pharmacy_invitations_one_open ON pharmacy_invitations(pharmacy_id, lower(email))
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX idx_pharmacy_invitations_invited_by ON pharmacy_invitations(invited_by) WHERE invited_by IS NOT NULL;
CREATE INDEX idx_pharmacy_invitations_accepted_by ON pharmacy_invitations(accepted_by) WHERE accepted_by IS NOT NULL;

-- Somebody stood before a closed door, or found that the page is wrong. Nobody needs an account for it.
CREATE TABLE pharmacy_reports (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  pharmacy_id UUID NOT NULL REFERENCES pharmacies(id) ON DELETE CASCADE,
  kind VARCHAR(20) NOT NULL,
  user_id UUID REFERENCES users(id) ON DELETE SET NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  -- How often the same was said while it stood open.
  times INTEGER NOT NULL DEFAULT 1,
  last_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  status VARCHAR(20) NOT NULL DEFAULT 'open',
  resolved_by UUID REFERENCES users(id) ON DELETE SET NULL,
  resolved_at TIMESTAMPTZ,
  CONSTRAINT pharmacy_reports_kind_known CHECK (kind IN ('was_closed', 'was_open', 'other_hours', 'gone')),
  CONSTRAINT pharmacy_reports_status_known CHECK (status IN ('open', 'corrected', 'right')),
  CONSTRAINT pharmacy_reports_resolved CHECK ((status = 'open') = (resolved_at IS NULL))
);
-- The same again only counts.
CREATE UNIQUE INDEX pharmacy_reports_one_open ON pharmacy_reports(pharmacy_id, kind) WHERE status = 'open';
CREATE INDEX idx_pharmacy_reports_pharmacy ON pharmacy_reports(pharmacy_id, created_at);
CREATE INDEX idx_pharmacy_reports_open ON pharmacy_reports(created_at, id) WHERE status = 'open';
CREATE INDEX idx_pharmacy_reports_user ON pharmacy_reports(user_id) WHERE user_id IS NOT NULL;
CREATE INDEX idx_pharmacy_reports_resolved_by ON pharmacy_reports(resolved_by) WHERE resolved_by IS NOT NULL;

-- Night and Sunday duty: a district says when somebody must be open, shifts say who is.
CREATE TABLE duty_districts (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  name VARCHAR(100) NOT NULL,
  slug VARCHAR(100) NOT NULL UNIQUE,
  country CHAR(2) NOT NULL,
  timezone VARCHAR(64) NOT NULL,
  centre GEOGRAPHY(Point, 4326) NOT NULL,
  radius_km DECIMAL(5, 2) NOT NULL,
  -- When cover is needed, in the format of opening hours.
  cover JSONB NOT NULL,
  revision INTEGER NOT NULL DEFAULT 0,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  CONSTRAINT duty_districts_timezone_known CHECK (is_time_zone(timezone)),
  CONSTRAINT duty_districts_radius CHECK (radius_km > 0 AND radius_km <= 100)
);
CREATE INDEX idx_duty_districts_centre ON duty_districts USING GIST (centre);
CREATE TABLE duty_shifts (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  district_id UUID NOT NULL REFERENCES duty_districts(id) ON DELETE CASCADE,
  pharmacy_id UUID NOT NULL REFERENCES pharmacies(id) ON DELETE CASCADE,
  starts_at TIMESTAMPTZ NOT NULL,
  ends_at TIMESTAMPTZ NOT NULL,
  created_by UUID REFERENCES users(id) ON DELETE SET NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  CONSTRAINT duty_shifts_forward CHECK (starts_at < ends_at AND ends_at <= starts_at + interval '7 days'),
  -- Nobody is on duty twice at once.
  CONSTRAINT duty_shifts_once EXCLUDE USING gist (pharmacy_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);
CREATE INDEX idx_duty_shifts_district ON duty_shifts(district_id, starts_at);
CREATE INDEX idx_duty_shifts_pharmacy ON duty_shifts(pharmacy_id, starts_at);
CREATE INDEX idx_duty_shifts_created_by ON duty_shifts(created_by) WHERE created_by IS NOT NULL;

-- Files of pharmacies read in: rows wait here until the file is whole, then go in at once.
CREATE TABLE pharmacy_imports (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  source VARCHAR(60) NOT NULL,
  mapping VARCHAR(60) NOT NULL,
  file_name VARCHAR(255) NOT NULL,
  file_sha256 CHAR(64) NOT NULL,
  rows_read INTEGER NOT NULL DEFAULT 0,
  rows_rejected INTEGER NOT NULL DEFAULT 0,
  status VARCHAR(20) NOT NULL DEFAULT 'reading',
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  finished_at TIMESTAMPTZ,
  outcome JSONB,
  CONSTRAINT pharmacy_imports_status_known CHECK (status IN ('reading', 'done'))
);
CREATE UNIQUE INDEX pharmacy_imports_one_open ON pharmacy_imports(source, mapping, file_sha256) WHERE status = 'reading';
CREATE TABLE pharmacy_import_rows (
  import_id UUID NOT NULL REFERENCES pharmacy_imports(id) ON DELETE CASCADE,
  row_number INTEGER NOT NULL,
  source_id VARCHAR(200),
  facts JSONB,
  problem JSONB,
  PRIMARY KEY (import_id, row_number),
  CONSTRAINT pharmacy_import_rows_one CHECK (num_nonnulls(facts, problem) >= 1)
);
CREATE INDEX idx_pharmacy_import_rows_source ON pharmacy_import_rows(import_id, source_id);

-- Two rows that somebody has looked at: they are not the same pharmacy.
CREATE TABLE pharmacy_distinct_pairs (
  one_id UUID NOT NULL REFERENCES pharmacies(id) ON DELETE CASCADE,
  other_id UUID NOT NULL REFERENCES pharmacies(id) ON DELETE CASCADE,
  decided_by UUID REFERENCES users(id) ON DELETE SET NULL,
  decided_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (one_id, other_id),
  CONSTRAINT pharmacy_distinct_pairs_ordered CHECK (one_id < other_id)
);
CREATE INDEX idx_pharmacy_distinct_pairs_other ON pharmacy_distinct_pairs(other_id);
CREATE INDEX idx_pharmacy_distinct_pairs_decided_by ON pharmacy_distinct_pairs(decided_by) WHERE decided_by IS NOT NULL;
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'medico24_app') THEN
    PERFORM grant_application_role();
  END IF;
END $$;
