-- loses: rate_limits
DROP TABLE rate_limits;
