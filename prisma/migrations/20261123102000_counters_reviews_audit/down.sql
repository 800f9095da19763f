-- loses: reviews, audit_log
DROP TRIGGER appointments_zone ON appointments;
DROP TRIGGER appointments_count ON appointments;
DROP TRIGGER doctor_clinics_count ON doctor_clinics;
DROP TABLE reviews, audit_log;
DO $$ DECLARE t TEXT; BEGIN
  FOREACH t IN ARRAY ARRAY['users','patients','doctors','clinics','pharmacies','doctor_clinics',
                           'appointments','admins','pharmacy_staff'] LOOP
    EXECUTE format('DROP TRIGGER %I ON %I', t || '_touch', t);
  END LOOP;
END $$;
DROP FUNCTION rate_from_reviews(), review_takes_its_visit(), count_clinic_doctors(),
  count_appointment(), appointment_takes_clinic_zone(), touch_updated_at();
