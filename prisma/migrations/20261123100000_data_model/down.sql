-- loses: users, patients, doctors, clinics, pharmacies, doctor_clinics, appointments, notifications, refresh_tokens, push_tokens, admins, pharmacy_staff
DROP TABLE pharmacy_staff, admins, push_tokens, refresh_tokens, notifications, appointments,
  doctor_clinics, pharmacies, clinics, doctors, patients, users;
-- The extensions stay: other databases' objects may stand on them, and they hold nothing of ours.
