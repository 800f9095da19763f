-- The record of who did what: only ever added to, each entry chained to the one before by its hash,
-- and written by a role that can do no more than add.

-- An entry outlives the account of whoever acted, and does not change with it.
ALTER TABLE audit_log DROP CONSTRAINT audit_log_actor_user_id_fkey;

-- The log is read newest first: all of it, of one person, of one action, from one address, by words.
DROP INDEX idx_audit_log_actor;
CREATE INDEX idx_audit_log_at ON audit_log(at, id);
CREATE INDEX idx_audit_log_actor ON audit_log(actor_user_id, at, id);
CREATE INDEX idx_audit_log_action ON audit_log(action, at, id);
CREATE INDEX idx_audit_log_address ON audit_log(address, at, id) WHERE address IS NOT NULL;
CREATE INDEX idx_audit_log_details ON audit_log USING GIN ((details::text) gin_trgm_ops);

-- A link for every entry, in the order in which they were committed.
CREATE TABLE audit_chain (
  position BIGINT PRIMARY KEY,
  entry_id BIGINT NOT NULL UNIQUE,
  -- sha256 of the hash before and of the entry's words.
  hash BYTEA NOT NULL
);
-- Where the chain ends: without it nobody would see that its end was cut off.
CREATE TABLE audit_head (
  is_only BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (is_only),
  position BIGINT NOT NULL DEFAULT 0,
  hash BYTEA NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
);
INSERT INTO audit_head DEFAULT VALUES;

-- All that an entry says, in one text; the server that checks the chain builds the same by itself.
CREATE FUNCTION audit_words(entry audit_log) RETURNS TEXT LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(entry.id,
    to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.actor_user_id,
    entry.action, entry.subject_type, entry.subject_id, entry.details, entry.address)::text
$$;

-- Runs as the transaction commits, when it holds every other lock it will ever want: whoever then
-- waits for the head is waited for by nobody. The first entry of a transaction brings all the others
-- along (those inserted under one xmin, its savepoints' come by themselves), since moving the head
-- for each would take ever longer.
CREATE FUNCTION chain_audit_entries() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
-- The first entry of a transaction is near the end of the log: always by index, never compiled.
SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  entry audit_log;
  last audit_head;
BEGIN
  IF EXISTS (SELECT 1 FROM audit_chain WHERE entry_id = NEW.id) THEN RETURN NULL; END IF;
  SELECT * INTO last FROM audit_head FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the audit chain has lost its head'; END IF;
  FOR entry IN SELECT l.* FROM audit_log l
    WHERE l.id >= NEW.id AND l.xmin = (SELECT xmin FROM audit_log WHERE id = NEW.id) ORDER BY l.id
  LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM audit_chain WHERE entry_id = entry.id);
    last.position := last.position + 1;
    last.hash := sha256(last.hash || convert_to(audit_words(entry), 'UTF8'));
    INSERT INTO audit_chain (position, entry_id, hash) VALUES (last.position, entry.id, last.hash);
  END LOOP;
  UPDATE audit_head SET position = last.position, hash = last.hash;
  RETURN NULL;
END $$;
-- Nobody hangs it on a table of their own.
REVOKE EXECUTE ON FUNCTION chain_audit_entries() FROM PUBLIC;

-- What there is already becomes the beginning of the chain.
DO $$ DECLARE entry audit_log; last audit_head; BEGIN
  SELECT * INTO last FROM audit_head;
  FOR entry IN SELECT * FROM audit_log ORDER BY id LOOP
    last.position := last.position + 1;
    last.hash := sha256(last.hash || convert_to(audit_words(entry), 'UTF8'));
    INSERT INTO audit_chain (position, entry_id, hash) VALUES (last.position, entry.id, last.hash);
  END LOOP;
  UPDATE audit_head SET position = last.position, hash = last.hash;
END $$;

CREATE CONSTRAINT TRIGGER audit_log_chained AFTER INSERT ON audit_log
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit_entries();

-- The owner of the tables is refused, too: whoever changes an entry must first want to.
CREATE FUNCTION refuse_audit_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  -- The head moves, but only by the trigger above.
  IF TG_TABLE_NAME = 'audit_head' AND TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the change violates constraint "audit_append_only"'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_append_only';
END $$;
DO $$ DECLARE t TEXT; BEGIN
  FOREACH t IN ARRAY ARRAY['audit_log', 'audit_chain', 'audit_head'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()', t || '_never_emptied', t);
  END LOOP;
END $$;

-- The role in which the application works. Roles belong to the whole server: it may be there already,
-- another database may be making it right now, or the owner may not make any.
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'medico24_app') THEN
    CREATE ROLE medico24_app NOLOGIN;
    EXECUTE format('GRANT medico24_app TO %I', current_user);
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'The role medico24_app could not be made; docs/operations.md says what follows.';
END $$;

-- What that role may do in this database; run it again after making the role by hand.
CREATE FUNCTION grant_application_role() RETURNS VOID LANGUAGE plpgsql AS $$
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
