-- What was spent of each limit, shared by all app processes. Worth nothing after a crash, so it is
-- not written ahead; rows are updated in place, so each page keeps room for that.
CREATE UNLOGGED TABLE rate_limits (
  key VARCHAR(255) PRIMARY KEY,
  points INTEGER NOT NULL,
  -- When the span ends, in epoch milliseconds of the app's clock.
  expire BIGINT
) WITH (fillfactor = 50);
