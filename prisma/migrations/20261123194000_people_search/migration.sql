-- People are also found by their phone, however it is written, and walk-ins by the name they gave.
CREATE INDEX idx_users_phone_search ON users
  USING GIN (regexp_replace(phone, '[^0-9]', '', 'g') gin_trgm_ops) WHERE phone IS NOT NULL;
CREATE INDEX idx_patients_walk_in_search ON patients
  USING GIN (search_text(walk_in_name) gin_trgm_ops) WHERE walk_in_name IS NOT NULL;
