-- loses: audit_chain
-- The role stays: it belongs to the whole server, and other databases may use it.
DO $$ BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'medico24_app') THEN
    DROP OWNED BY medico24_app;
  END IF;
END $$;
DROP FUNCTION grant_application_role();
DROP TRIGGER audit_log_never_emptied ON audit_log;
DROP TRIGGER audit_log_append_only ON audit_log;
DROP TRIGGER audit_log_chained ON audit_log;
DROP FUNCTION chain_audit_entries();
DROP TABLE audit_head, audit_chain;
DROP FUNCTION refuse_audit_change();
DROP FUNCTION audit_words(audit_log);
DROP INDEX idx_audit_log_details, idx_audit_log_address, idx_audit_log_action, idx_audit_log_actor,
  idx_audit_log_at;
CREATE INDEX idx_audit_log_actor ON audit_log(actor_user_id, id);
-- Of accounts that are gone the log of before knew no more than that.
UPDATE audit_log l SET actor_user_id = NULL
  WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = l.actor_user_id);
ALTER TABLE audit_log ADD CONSTRAINT audit_log_actor_user_id_fkey
  FOREIGN KEY (actor_user_id) REFERENCES users(id) ON DELETE SET NULL;
