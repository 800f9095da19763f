-- The twelve tables of the data model, as written there: columns, types, defaults, keys, delete
-- rules and index names. What the product adds comes in later migrations.

CREATE EXTENSION IF NOT EXISTS "uuid-ossp";
CREATE EXTENSION IF NOT EXISTS postgis;

-- Columns without a zone hold UTC, so the database itself must think in UTC.
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET timezone TO ''UTC''', current_database());
END $$;
SET timezone TO 'UTC';

CREATE TABLE users (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  firebase_uid VARCHAR(255) UNIQUE NOT NULL,
  email VARCHAR(255) UNIQUE NOT NULL,
  email_verified BOOLEAN DEFAULT FALSE,
  full_name VARCHAR(255),
  given_name VARCHAR(100),
  family_name VARCHAR(100),
  photo_url TEXT,
  phone VARCHAR(20),
  role VARCHAR(20) NOT NULL DEFAULT 'patient',
  is_active BOOLEAN DEFAULT TRUE,
  is_onboarded BOOLEAN DEFAULT FALSE,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  last_login_at TIMESTAMP
);
CREATE INDEX idx_users_firebase_uid ON users(firebase_uid);
CREATE INDEX idx_users_email ON users(email);
CREATE INDEX idx_users_role ON users(role);

CREATE TABLE patients (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID UNIQUE REFERENCES users(id) ON DELETE CASCADE,
  date_of_birth DATE,
  gender VARCHAR(20),
  blood_group VARCHAR(5),
  allergies TEXT[],
  chronic_conditions TEXT[],
  emergency_contact_name VARCHAR(255),
  emergency_contact_phone VARCHAR(20),
  emergency_contact_relationship VARCHAR(50),
  address TEXT,
  city VARCHAR(100),
  state VARCHAR(100),
  country VARCHAR(100),
  postal_code VARCHAR(20),
  insurance_provider VARCHAR(255),
  insurance_policy_number VARCHAR(100),
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_patients_user_id ON patients(user_id);

CREATE TABLE doctors (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID UNIQUE NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  license_number VARCHAR(100) UNIQUE NOT NULL,
  specialization VARCHAR(200) NOT NULL,
  sub_specialization VARCHAR(200),
  qualification TEXT,
  experience_years INTEGER DEFAULT 0 CHECK (experience_years >= 0),
  consultation_fee DECIMAL(10, 2) CHECK (consultation_fee >= 0),
  consultation_duration_minutes INTEGER DEFAULT 30,
  bio TEXT,
  languages_spoken TEXT[],
  medical_council_registration VARCHAR(100),
  is_verified BOOLEAN DEFAULT FALSE,
  verification_documents JSONB,
  verified_at TIMESTAMP,
  verified_by UUID REFERENCES users(id),
  rating DECIMAL(3, 2) CHECK (rating >= 0 AND rating <= 5),
  rating_count INTEGER DEFAULT 0,
  total_patients_treated INTEGER DEFAULT 0,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_doctors_user_id ON doctors(user_id);
CREATE INDEX idx_doctors_license_number ON doctors(license_number);
CREATE INDEX idx_doctors_specialization ON doctors(specialization);

CREATE TABLE clinics (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  name VARCHAR(255) NOT NULL,
  slug VARCHAR(255) UNIQUE NOT NULL,
  description TEXT,
  contacts JSONB,
  address TEXT,
  latitude DECIMAL(10, 8),
  longitude DECIMAL(11, 8),
  opening_hours JSONB,
  services TEXT[],
  amenities TEXT[],
  insurance_accepted TEXT[],
  status VARCHAR(50) DEFAULT 'active',
  rating DECIMAL(3, 2) CHECK (rating >= 0 AND rating <= 5),
  rating_count INTEGER DEFAULT 0,
  total_doctors INTEGER DEFAULT 0,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_clinics_slug ON clinics(slug);
CREATE INDEX idx_clinics_status ON clinics(status);
CREATE INDEX idx_clinics_location ON clinics(latitude, longitude);

CREATE TABLE pharmacies (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  name VARCHAR(255) NOT NULL,
  slug VARCHAR(255) UNIQUE,
  description TEXT,
  location GEOGRAPHY(Point, 4326) NOT NULL,
  address TEXT,
  phone VARCHAR(50),
  email VARCHAR(255),
  website VARCHAR(255),
  opening_hours JSONB,
  services TEXT[],
  supports_delivery BOOLEAN DEFAULT FALSE,
  delivery_radius_km DECIMAL(5, 2),
  accepts_insurance BOOLEAN DEFAULT FALSE,
  insurance_providers TEXT[],
  rating DECIMAL(3, 2) CHECK (rating >= 0 AND rating <= 5),
  rating_count INTEGER DEFAULT 0,
  is_verified BOOLEAN DEFAULT FALSE,
  verified_at TIMESTAMP,
  is_active BOOLEAN DEFAULT TRUE,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_pharmacies_location ON pharmacies USING GIST(location);
CREATE INDEX idx_pharmacies_slug ON pharmacies(slug);
CREATE INDEX idx_pharmacies_is_active ON pharmacies(is_active);
CREATE INDEX idx_pharmacies_is_verified ON pharmacies(is_verified);

CREATE TABLE doctor_clinics (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  doctor_id UUID NOT NULL REFERENCES doctors(id) ON DELETE CASCADE,
  clinic_id UUID NOT NULL REFERENCES clinics(id) ON DELETE CASCADE,
  is_primary BOOLEAN DEFAULT FALSE,
  status VARCHAR(50) DEFAULT 'active',
  consultation_fee DECIMAL(10, 2),
  consultation_duration_minutes INTEGER DEFAULT 30,
  department VARCHAR(100),
  designation VARCHAR(100),
  available_days INTEGER[],
  available_time_slots JSONB,
  appointment_booking_enabled BOOLEAN DEFAULT TRUE,
  total_appointments INTEGER DEFAULT 0,
  completed_appointments INTEGER DEFAULT 0,
  average_rating DECIMAL(3, 2) CHECK (average_rating >= 0 AND average_rating <= 5),
  start_date DATE DEFAULT CURRENT_DATE,
  end_date DATE,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX idx_doctor_clinics_unique_active
  ON doctor_clinics(doctor_id, clinic_id)
  WHERE status = 'active';
CREATE INDEX idx_doctor_clinics_doctor_id ON doctor_clinics(doctor_id);
CREATE INDEX idx_doctor_clinics_clinic_id ON doctor_clinics(clinic_id);
CREATE INDEX idx_doctor_clinics_status ON doctor_clinics(status);

CREATE TABLE appointments (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  patient_id UUID NOT NULL REFERENCES patients(id) ON DELETE CASCADE,
  doctor_id UUID REFERENCES doctors(id) ON DELETE SET NULL,
  doctor_clinic_id UUID REFERENCES doctor_clinics(id) ON DELETE SET NULL,
  appointment_date DATE NOT NULL,
  appointment_time TIME NOT NULL,
  duration_minutes INTEGER DEFAULT 30,
  status VARCHAR(50) DEFAULT 'scheduled',
  symptoms TEXT,
  notes TEXT,
  prescription TEXT,
  consultation_fee DECIMAL(10, 2),
  payment_status VARCHAR(50) DEFAULT 'pending',
  cancelled_at TIMESTAMP,
  cancelled_by UUID REFERENCES users(id),
  cancellation_reason TEXT,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_appointments_patient_id ON appointments(patient_id);
CREATE INDEX idx_appointments_doctor_id ON appointments(doctor_id);
CREATE INDEX idx_appointments_doctor_clinic_id ON appointments(doctor_clinic_id);
CREATE INDEX idx_appointments_appointment_date ON appointments(appointment_date);
CREATE INDEX idx_appointments_status ON appointments(status);

CREATE TABLE notifications (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID REFERENCES users(id) ON DELETE CASCADE,
  device_token VARCHAR(255) NOT NULL,
  title VARCHAR(255) NOT NULL,
  body TEXT NOT NULL,
  data JSONB,
  notification_type VARCHAR(50),
  is_read BOOLEAN DEFAULT FALSE,
  sent_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  read_at TIMESTAMP,
  is_active BOOLEAN DEFAULT TRUE
);
CREATE INDEX idx_notifications_user_id ON notifications(user_id);
CREATE INDEX idx_notifications_device_token ON notifications(device_token);
CREATE INDEX idx_notifications_sent_at ON notifications(sent_at DESC);

CREATE TABLE refresh_tokens (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  token TEXT UNIQUE NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  is_revoked BOOLEAN DEFAULT FALSE,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  revoked_at TIMESTAMP
);
CREATE INDEX idx_refresh_tokens_user_id ON refresh_tokens(user_id);
CREATE INDEX idx_refresh_tokens_token ON refresh_tokens(token);
CREATE INDEX idx_refresh_tokens_expires_at ON refresh_tokens(expires_at);

CREATE TABLE push_tokens (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  fcm_token TEXT NOT NULL,
  platform VARCHAR(10) NOT NULL CHECK (platform IN ('android', 'ios', 'web')),
  is_active BOOLEAN DEFAULT TRUE,
  last_used_at TIMESTAMP,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_push_tokens_user_id ON push_tokens(user_id);
CREATE INDEX idx_push_tokens_is_active ON push_tokens(is_active);

CREATE TABLE admins (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID UNIQUE NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  department VARCHAR(100),
  access_level VARCHAR(50) DEFAULT 'standard',
  job_title VARCHAR(100),
  permissions JSONB,
  allowed_modules JSONB,
  last_login_ip VARCHAR(45),
  login_count INTEGER DEFAULT 0,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_admins_user_id ON admins(user_id);
CREATE INDEX idx_admins_access_level ON admins(access_level);

CREATE TABLE pharmacy_staff (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  user_id UUID UNIQUE NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  pharmacy_id UUID NOT NULL REFERENCES pharmacies(id) ON DELETE CASCADE,
  position VARCHAR(100),
  license_number VARCHAR(100),
  is_owner BOOLEAN DEFAULT FALSE,
  is_primary_contact BOOLEAN DEFAULT FALSE,
  employment_type VARCHAR(50),
  date_joined DATE,
  date_left DATE,
  permissions JSONB,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
  updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_pharmacy_staff_user_id ON pharmacy_staff(user_id);
CREATE INDEX idx_pharmacy_staff_pharmacy_id ON pharmacy_staff(pharmacy_id);
CREATE INDEX idx_pharmacy_staff_is_owner ON pharmacy_staff(is_owner);
