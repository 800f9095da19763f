-- loses: public_holidays, pharmacy_claims, pharmacy_invitations, pharmacy_reports, duty_districts, duty_shifts, pharmacy_imports, pharmacy_import_rows, pharmacy_distinct_pairs, pharmacies.hours_as_written, pharmacies.hours_confirmed_at, pharmacies.hours_confirmed_by, pharmacies.hours_confirmed_as, pharmacies.source, pharmacies.source_id, pharmacies.postal_code, pharmacies.proposed_at, pharmacies.proposed_by, pharmacies.is_listed, pharmacy_staff.revision
DROP TABLE pharmacy_distinct_pairs, pharmacy_import_rows, pharmacy_imports, duty_shifts, duty_districts,
  pharmacy_reports, pharmacy_invitations, pharmacy_claims, public_holidays;
DROP TRIGGER pharmacy_staff_revision ON pharmacy_staff;
DROP FUNCTION raise_staff_revision();
ALTER TABLE pharmacy_staff
  DROP CONSTRAINT pharmacy_staff_position_known,
  DROP CONSTRAINT pharmacy_staff_owner_is_owner,
  DROP COLUMN revision,
  ALTER COLUMN position DROP DEFAULT;
CREATE OR REPLACE FUNCTION raise_pharmacy_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  -- Ratings are counted, not edited.
  IF to_jsonb(OLD) - '{rating,rating_count,revision,assigned_to,updated_at}'::TEXT[]
    IS DISTINCT FROM to_jsonb(NEW) - '{rating,rating_count,revision,assigned_to,updated_at}'::TEXT[]
  THEN NEW.revision := OLD.revision + 1; END IF;
  RETURN NEW;
END $$;
UPDATE pharmacies SET opening_hours = jsonb_build_object('osm', hours_as_written)
  WHERE opening_hours IS NULL AND hours_as_written IS NOT NULL;
ALTER TABLE pharmacies
  DROP CONSTRAINT pharmacies_source_whole,
  DROP CONSTRAINT pharmacies_source_key,
  DROP CONSTRAINT pharmacies_confirmed_whole,
  DROP CONSTRAINT pharmacies_confirmed_as_known,
  DROP CONSTRAINT pharmacies_delivery_whole,
  DROP COLUMN is_listed,
  DROP COLUMN proposed_by,
  DROP COLUMN proposed_at,
  DROP COLUMN postal_code,
  DROP COLUMN source_id,
  DROP COLUMN source,
  DROP COLUMN hours_confirmed_as,
  DROP COLUMN hours_confirmed_by,
  DROP COLUMN hours_confirmed_at,
  DROP COLUMN hours_as_written;
