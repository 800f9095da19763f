-- loses: nothing
DROP TRIGGER audit_chain_only_chained ON audit_chain;
ALTER TABLE audit_log DROP CONSTRAINT audit_log_at_is_moment;
ALTER TABLE audit_chain DROP CONSTRAINT audit_chain_position_counts;

CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  -- The head moves, but only by the trigger above.
  IF TG_TABLE_NAME = 'audit_head' AND TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the change violates constraint "audit_append_only"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_append_only';
END $$;

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
  REVOKE UPDATE, DELETE ON audit_log FROM medico24_app;
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
