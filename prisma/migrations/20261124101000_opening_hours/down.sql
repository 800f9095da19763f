-- loses: nothing
DROP TRIGGER pharmacy_hours_confirmation ON pharmacies;
DROP FUNCTION forget_confirmation();
DROP FUNCTION is_open_at(JSONB, INT4MULTIRANGE, INT4MULTIRANGE, TIMESTAMP, TEXT, GEOGRAPHY, TEXT);
DROP FUNCTION minute_of_week(TIMESTAMP);
DROP FUNCTION opens_at(JSONB, TIMESTAMP, TEXT, GEOGRAPHY, TEXT);
DROP FUNCTION sun_minutes(GEOGRAPHY, TEXT, DATE);
ALTER TABLE duty_districts DROP CONSTRAINT duty_districts_cover_readable;
ALTER TABLE pharmacies DROP COLUMN may_open, DROP COLUMN open_week, DROP CONSTRAINT pharmacies_hours_readable;
DROP FUNCTION is_public_holiday(TEXT, DATE);
DROP FUNCTION possible_week(JSONB);
DROP FUNCTION plain_week(JSONB);
DROP FUNCTION minutes_of_week(INT4MULTIRANGE, INTEGER);
DROP FUNCTION opening_windows(JSONB, DATE, BOOLEAN, INTEGER, INTEGER);
DROP FUNCTION opening_rule_speaks(JSONB, DATE, BOOLEAN);
DROP FUNCTION window_minutes(TEXT, INTEGER, INTEGER);
DROP FUNCTION is_opening_hours(JSONB);
DROP FUNCTION is_opening_window(TEXT);
