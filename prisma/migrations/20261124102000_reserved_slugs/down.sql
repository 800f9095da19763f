-- loses: nothing
ALTER TABLE pharmacy_old_slugs DROP CONSTRAINT pharmacy_old_slugs_not_reserved;
ALTER TABLE pharmacies DROP CONSTRAINT pharmacies_slug_not_reserved;
