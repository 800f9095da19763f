-- loses: platform_settings, licence_renewals, verification_decisions, licence_notices, kept_appointments, clinic_old_slugs, pharmacy_old_slugs, doctors.assigned_to, doctors.review_outcome, doctors.suspended_at, doctors.suspended_by, doctors.suspension_reason, pharmacies.city, pharmacies.country, pharmacies.timezone, pharmacies.license_number, pharmacies.license_authority, pharmacies.license_country, pharmacies.license_expires_on, pharmacies.assigned_to, pharmacies.verified_by, pharmacies.review_outcome, clinics.merged_into, audit_log.address
ALTER TABLE audit_log DROP COLUMN address;
DROP INDEX idx_users_name_search, idx_users_email_search, idx_users_created_at;
DROP TRIGGER pharmacies_keep_slug ON pharmacies;
DROP FUNCTION keep_pharmacy_slug();
DROP TRIGGER clinics_keep_slug ON clinics;
DROP FUNCTION keep_clinic_slug();
DROP TABLE clinic_old_slugs, pharmacy_old_slugs;
DROP TRIGGER clinics_revision ON clinics;
DROP FUNCTION raise_clinic_revision();
UPDATE clinics SET status = 'inactive' WHERE status = 'merged';
ALTER TABLE clinics
  DROP CONSTRAINT clinics_status_known,
  ADD CONSTRAINT clinics_status_known
    CHECK (status IS NOT NULL AND status IN
      ('active', 'inactive', 'temporarily_closed', 'permanently_closed', 'proposed')),
  DROP COLUMN merged_into, DROP COLUMN revision;
DROP TRIGGER users_last_super_admin ON users;
DROP FUNCTION keep_a_super_admin_active();
DROP TRIGGER admins_last_super_admin ON admins;
DROP FUNCTION keep_a_super_admin();
DROP TRIGGER admins_revision ON admins;
DROP FUNCTION raise_admin_revision();
ALTER TABLE admins
  DROP CONSTRAINT admins_access_level_known, DROP CONSTRAINT admins_permissions_are_lists,
  DROP CONSTRAINT admins_modules_are_a_list, DROP CONSTRAINT admins_super_admin_is_whole,
  DROP COLUMN revision;
DROP FUNCTION unserved_appointments(TIMESTAMPTZ);
DROP TABLE kept_appointments;
DROP TRIGGER appointments_licensed ON appointments;
DROP FUNCTION require_licence_on_the_day();
CREATE OR REPLACE FUNCTION listed_doctors(on_day DATE) RETURNS SETOF doctors
LANGUAGE sql STABLE AS $$
  SELECT d.* FROM doctors d JOIN users u ON u.id = d.user_id
  WHERE d.is_verified IS TRUE AND u.is_active IS TRUE AND u.role = 'doctor'
    AND (d.license_expires_on IS NULL OR d.license_expires_on >= on_day)
$$;
DROP TABLE licence_notices, verification_decisions, licence_renewals, platform_settings;
DROP FUNCTION refuse_own_verification();
DROP TRIGGER pharmacies_revision ON pharmacies;
DROP FUNCTION raise_pharmacy_revision();
DROP INDEX idx_pharmacies_name, idx_pharmacies_waiting;
ALTER TABLE pharmacies
  DROP CONSTRAINT pharmacies_verified_or_sent_back,
  DROP COLUMN city, DROP COLUMN country, DROP COLUMN timezone, DROP COLUMN license_number,
  DROP COLUMN license_authority, DROP COLUMN license_country, DROP COLUMN license_expires_on,
  DROP COLUMN revision, DROP COLUMN assigned_to, DROP COLUMN verified_by, DROP COLUMN review_outcome;
DROP TRIGGER users_doctor_renamed ON users;
DROP FUNCTION raise_revision_of_renamed_doctor();
-- Without suspensions whoever is suspended must not be found again.
UPDATE doctors SET is_verified = FALSE WHERE suspended_at IS NOT NULL;
DROP TRIGGER doctors_revision ON doctors;
DROP FUNCTION raise_doctor_revision();
DROP INDEX idx_doctors_waiting, idx_doctors_licence_ends;
ALTER TABLE doctors
  DROP CONSTRAINT doctors_verified_or_sent_back,
  DROP COLUMN revision, DROP COLUMN assigned_to, DROP COLUMN review_outcome, DROP COLUMN suspended_at,
  DROP COLUMN suspended_by, DROP COLUMN suspension_reason;
