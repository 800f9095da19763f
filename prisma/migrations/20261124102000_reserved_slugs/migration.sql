-- /pharmacies/duty is the duty rota: no pharmacy is called so, nor was.
UPDATE pharmacies SET slug = 'duty-pharmacy-' || left(id::text, 8) WHERE slug = 'duty';
DELETE FROM pharmacy_old_slugs WHERE slug = 'duty';
ALTER TABLE pharmacies ADD CONSTRAINT pharmacies_slug_not_reserved CHECK (slug <> 'duty');
ALTER TABLE pharmacy_old_slugs ADD CONSTRAINT pharmacy_old_slugs_not_reserved CHECK (slug <> 'duty');
