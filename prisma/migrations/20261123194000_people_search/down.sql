-- loses: nothing
DROP INDEX idx_patients_walk_in_search;
DROP INDEX idx_users_phone_search;
