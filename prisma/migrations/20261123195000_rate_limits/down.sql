-- loses: what was spent of the limits; all begin anew.
DROP TABLE rate_limits;
