// Fills a migrated, empty database with as many rows as a search or a calendar must cope with.
import pg from "pg";
import type { volume } from "./settings";

type Volume = typeof volume;

/** Deterministic, so that two runs plan on the same rows; ids tell what a row is. */
const id = (kind: number, n: string) =>
  `(lpad('${kind}', 8, '0') || '-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

const people = (count: number, role: "doctor" | "patient", kind: number) => `
  INSERT INTO users (id, firebase_uid, email, email_verified, full_name, role, is_active, is_onboarded)
  SELECT ${id(kind, "n")}, '${role}-' || n, '${role}-' || n || '@bench.medico24.example', true,
    (ARRAY['Ada','Ben','Carla','Deepak','Elif','Farid','Grace','Hanna','Ivan','Julia'])[1 + n % 10]
      || ' ' || (ARRAY['Novak','Okafor','Perez','Quinn','Rossi','Sato','Tran','Ueda','Weber','Yilmaz'])[1 + n / 10 % 10]
      || to_hex(n),
    '${role}', true, true
  FROM generate_series(1, ${count}) n`;

/** Clinics lie scattered over 2 by 2 degrees around Chicago, so that a search has a neighbourhood. */
const statements = ({ doctors, clinics, patients, appointments }: Volume) => [
  people(doctors, "doctor", 1),
  people(patients, "patient", 2),
  `INSERT INTO patients (id, user_id, date_of_birth)
   SELECT ${id(3, "n")}, ${id(2, "n")}, DATE '1950-01-01' + n % 20000
   FROM generate_series(1, ${patients}) n`,
  `INSERT INTO clinics (id, name, slug, city, country, timezone, latitude, longitude)
   SELECT ${id(4, "n")}, 'Clinic ' || n, 'clinic-' || n, 'Chicago', 'US', 'America/Chicago',
     41 + abs(hashint4(n) % 2000) / 1000.0, -88.6 + abs(hashint4(-n) % 2000) / 1000.0
   FROM generate_series(1, ${clinics}) n`,
  `INSERT INTO doctors (id, user_id, license_number, specialization, languages_spoken,
     is_verified, verified_at, slug, consultation_fee, rating, rating_count)
   SELECT ${id(5, "n")}, ${id(1, "n")}, 'LICENCE-' || n,
     (ARRAY['Cardiology','Dermatology','Pediatrics','Neurology','Family medicine','Psychiatry',
       'Orthopedics','Urology','Oncology','Gynecology'])[1 + n % 10],
     ARRAY['English', (ARRAY['Spanish','Hindi','German','Polish'])[1 + n % 4]],
     n % 20 <> 0, now(), 'doctor-' || n, 50 + n % 200, 3 + n % 20 / 10.0, n % 300
   FROM generate_series(1, ${doctors}) n`,
  `INSERT INTO doctor_clinics (id, doctor_id, clinic_id, is_primary, available_time_slots)
   SELECT ${id(6, `n * 2 + clinic`)}, ${id(5, "n")},
     ${id(4, `1 + (n * 2 + clinic) % ${clinics}`)}, clinic = 0,
     CASE clinic WHEN 0 THEN
       '{"monday":["09:00-17:00"],"tuesday":["09:00-17:00"],"wednesday":["09:00-12:00"]}'
     ELSE '{"thursday":["09:00-17:00"],"friday":["08:00-12:00","13:00-18:00"]}' END::jsonb
   FROM generate_series(1, ${doctors}) n, generate_series(0, 1) clinic`,
  `UPDATE doctor_clinics SET max_appointments_a_day = 12, buffer_after_minutes = 5
   WHERE abs(hashtext(id::text)) % 4 = 0`,
  // Some days off, days with other hours and blocked hours of every doctor, half of them behind us.
  `INSERT INTO schedule_exceptions (doctor_id, doctor_clinic_id, kind, first_date, last_date, windows)
   SELECT ${id(5, "doctor")}, CASE n % 2 WHEN 0 THEN ${id(6, "doctor * 2")} END,
     (ARRAY['time_off','extra_hours','time_off','other_hours'])[1 + n % 4], day, day,
     CASE n % 2 WHEN 1 THEN '["18:00-20:00"]'::jsonb END
   FROM generate_series(1, ${doctors}) doctor, generate_series(0, 7) n,
     LATERAL (SELECT current_date + (n - 4) * 7 + doctor % 7 AS day) days`,
  `INSERT INTO blocked_times (doctor_id, starts_at, ends_at)
   SELECT ${id(5, "doctor")}, at, at + interval '1 hour'
   FROM generate_series(1, ${doctors}) doctor, generate_series(0, 5) n,
     LATERAL (SELECT date_trunc('day', now()) + interval '15 hours' + interval '5 days' * (n - 3) AS at) times`,
  // Every doctor's n-th appointment is half a day after the one before, half of them behind us.
  `INSERT INTO appointments (patient_id, doctor_id, doctor_clinic_id, starts_at, ends_at, timezone,
     status, duration_minutes)
   SELECT ${id(3, `1 + (doctor * 37 + n * 101) % ${patients}`)}, ${id(5, "doctor")},
     ${id(6, "doctor * 2 + n % 2")}, at, at + interval '30 minutes', 'America/Chicago',
     CASE WHEN at < now() THEN 'completed' ELSE 'scheduled' END, 30
   FROM generate_series(1, ${doctors}) doctor,
     generate_series(1, ${Math.ceil(appointments / doctors)}) n,
     LATERAL (SELECT date_trunc('day', now()) + interval '30 minutes' * (doctor % 16)
       + interval '12 hours' * (n - ${Math.ceil(appointments / doctors / 2)}) AS at) times
   ON CONFLICT DO NOTHING`,
  `UPDATE doctor_clinics SET total_appointments = counted.all, completed_appointments = counted.done
   FROM (SELECT doctor_clinic_id, count(*) AS all, count(*) FILTER (WHERE status = 'completed') AS done
     FROM appointments GROUP BY doctor_clinic_id) counted
   WHERE counted.doctor_clinic_id = doctor_clinics.id`,
  `INSERT INTO notifications (user_id, device_token, title, body, notification_type, is_read)
   SELECT ${id(2, `1 + n % ${patients}`)}, 'in-app', 'Appointment booked', 'Soon.',
     'appointment_booked', n % 3 <> 0
   FROM generate_series(1, ${patients * 5}) n`,
  `INSERT INTO refresh_tokens (user_id, token, family_id, expires_at)
   SELECT ${id(2, "n")}, 'hash-' || n, ${id(7, "n")}, now() + interval '30 days'
   FROM generate_series(1, ${patients}) n`,
];

/** The ids by which what `generate` made can be asked for; `n` counts from 1. */
export const generated = {
  doctorId: (n: number) => idOf(5, n),
  patientId: (n: number) => idOf(3, n),
  patientUserId: (n: number) => idOf(2, n),
  familyId: (n: number) => idOf(7, n),
  associationId: (n: number) => idOf(6, n * 2),
};

function idOf(kind: number, n: number): string {
  return `${String(kind).padStart(8, "0")}-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** Gives the number of rows by table. Counters are filled at once, so their triggers rest. */
export async function generate(url: string, size: Volume): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("ALTER TABLE appointments DISABLE TRIGGER USER");
    await client.query("ALTER TABLE doctor_clinics DISABLE TRIGGER USER");
    for (const statement of statements(size)) await client.query(statement);
    await client.query("ALTER TABLE doctor_clinics ENABLE TRIGGER USER");
    await client.query("ALTER TABLE appointments ENABLE TRIGGER USER");
    await client.query("VACUUM ANALYZE");
    const { rows } = await client.query<{ relname: string; rows: number }>(
      "SELECT relname, n_live_tup::int AS rows FROM pg_stat_user_tables WHERE n_live_tup > 0 ORDER BY 1",
    );
    return Object.fromEntries(rows.map((row) => [row.relname, row.rows]));
  } finally {
    await client.end();
  }
}
