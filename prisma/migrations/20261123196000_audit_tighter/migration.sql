-- Nobody prepares a link for an entry that is not there yet, and nobody dates an entry.

-- The chain is read from its first link: one before that would never be looked at.
ALTER TABLE audit_chain ADD CONSTRAINT audit_chain_position_counts CHECK (position > 0);
-- An entry at no moment could not be read as one.
ALTER TABLE audit_log ADD CONSTRAINT audit_log_at_is_moment CHECK (isfinite(at));

CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  -- The head moves and links are added, but only by the trigger that chains entries.
  IF pg_trigger_depth() > 1 AND (TG_TABLE_NAME, TG_OP) IN (('audit_head', 'UPDATE'), ('audit_chain', 'INSERT'))
    THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the change violates constraint "audit_append_only"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_append_only';
END $$;

CREATE TRIGGER audit_chain_only_chained BEFORE INSERT ON audit_chain
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

CREATE OR REPLACE FUNCTION grant_application_role() RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE thing RECORD;
BEGIN
  GRANT USAGE ON SCHEMA public TO medico24_app;
  FOR thing IN SELECT c.oid::regclass AS name, c.relkind = 'S' AS is_sequence FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
      AND pg_has_role(c.relowner, 'USAGE') AND c.relname <> '_prisma_migrations'
      AND NOT EXISTS (SELECT 1 FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  LOOP
    IF thing.is_sequence THEN
      EXECUTE format('GRANT USAGE ON SEQUENCE %s TO medico24_app', thing.name);
    ELSE
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO medico24_app', thing.name);
    END IF;
  END LOOP;
  -- When an entry was made, and its number, the database says alone.
  REVOKE INSERT, UPDATE, DELETE ON audit_log FROM medico24_app;
  GRANT INSERT (actor_user_id, action, subject_type, subject_id, details, address) ON audit_log
    TO medico24_app;
  REVOKE INSERT, UPDATE, DELETE ON audit_chain, audit_head FROM medico24_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO medico24_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO medico24_app;
END $$;
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'medico24_app') THEN
    PERFORM grant_application_role();
  END IF;
END $$;
