import type { CityKey } from "./cities";

export type ClinicKind = {
  /** `%` stands for the district or street. */
  names: readonly string[];
  specialities: readonly string[];
  description: string;
  services: readonly string[];
  hours: string;
};

const kinds = {
  general: {
    names: ["% Family Health Center", "% Medical Group", "% Community Clinic", "% Primary Care"],
    specialities: [
      "Family medicine",
      "Internal medicine",
      "Pediatrics",
      "Obstetrics and gynecology",
      "Endocrinology",
      "Allergy and immunology",
    ],
    description:
      "A neighbourhood practice for check-ups, long-term conditions and everyday illness, for all ages.",
    services: ["Check-ups", "Vaccinations", "Blood tests", "Blood pressure monitoring", "ECG"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00; Su 10:00-13:00",
  },
  dental: {
    names: ["% Dental", "% Dental Studio", "Dentists of %"],
    specialities: ["Dentistry"],
    description: "Dentistry that takes its time, with an appointment kept free each day for pain.",
    services: ["Check-up and cleaning", "Fillings", "Root canal treatment", "Dental X-ray"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00",
  },
  eye: {
    names: ["% Eye Center", "% Vision Clinic"],
    specialities: ["Ophthalmology"],
    description: "Eye doctors for routine checks, diabetes follow-up and day surgery.",
    services: ["Eye examination", "Visual field test", "Retinal photography", "Cataract surgery"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00",
  },
  heart: {
    names: ["% Heart and Lung", "% Cardiovascular Associates", "% Heart Clinic"],
    specialities: ["Cardiology", "Pulmonology", "Nephrology"],
    description: "Heart, lungs and kidneys under one roof, with tests on the day of the visit.",
    services: ["ECG", "Echocardiography", "Exercise test", "Spirometry", "24-hour recording"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00",
  },
  women: {
    names: ["% Women's Health", "% OB-GYN", "Midwives and Doctors of %"],
    specialities: ["Obstetrics and gynecology"],
    description: "Care in pregnancy and at every age, by obstetricians, midwives and nurses.",
    services: ["Prenatal visits", "Ultrasound", "Screening", "Contraception", "Menopause care"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00",
  },
  children: {
    names: ["% Pediatrics", "% Children's Clinic", "Pediatricians of %"],
    specialities: ["Pediatrics", "Allergy and immunology"],
    description: "For children from the first week to eighteen, and for the questions of parents.",
    services: ["Check-ups", "Vaccinations", "Hearing and eye tests", "Asthma care"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00; Su 10:00-13:00",
  },
  specialist: {
    names: ["% Specialty Care", "% Specialist Center", "% Outpatient Center"],
    specialities: [
      "Orthopedics",
      "Neurology",
      "Gastroenterology",
      "Urology",
      "Rheumatology",
      "Ear, nose and throat",
      "Endocrinology",
    ],
    description: "Specialists who work together, for questions that need more than one opinion.",
    services: ["X-ray", "Ultrasound", "Endoscopy", "Nerve conduction study", "Hearing test"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00",
  },
  skin: {
    names: ["% Dermatology", "% Skin Clinic"],
    specialities: ["Dermatology"],
    description: "Skin doctors for moles, eczema and acne, with minor surgery in house.",
    services: ["Skin check", "Minor surgery", "Light therapy", "Allergy patch test"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00",
  },
  mind: {
    names: ["% Mental Health", "% Behavioral Health", "% Psychiatry Group"],
    specialities: ["Psychiatry"],
    description: "Psychiatrists and therapists in a quiet house, with evening appointments.",
    services: ["Assessment", "Medication review", "Psychotherapy", "Group therapy"],
    hours: "Mo-Fr 07:00-20:00; Sa 09:00-15:00",
  },
  urgent: {
    names: ["% Urgent Care", "% Night Clinic", "% Walk-in and Urgent Care"],
    specialities: ["Urgent care"],
    description:
      "For what cannot wait until morning and is no emergency. In an emergency call 911 instead.",
    services: ["X-ray", "Stitches", "Splints", "Rapid tests", "Fluids"],
    hours: "24/7",
  },
} satisfies Record<string, ClinicKind>;

/** A house for every speciality, as they are in the cities where we have few clinics. */
export const polyclinic: ClinicKind = {
  names: ["% Polyclinic", "% Medical Centre", "% Health Centre"],
  specialities: [],
  description: "A house of several practices, from family doctors to specialists.",
  services: ["Check-ups", "Blood tests", "X-ray", "Ultrasound", "Vaccinations"],
  hours: "Mo-Su 07:00-22:00",
};

export const chicagoKinds: readonly (readonly [ClinicKind, number])[] = [
  [kinds.general, 12],
  [kinds.dental, 4],
  [kinds.eye, 2],
  [kinds.heart, 3],
  [kinds.women, 3],
  [kinds.children, 3],
  [kinds.specialist, 5],
  [kinds.skin, 2],
  [kinds.mind, 3],
  [kinds.urgent, 3],
];

export const polyclinicNames: Record<Exclude<CityKey, "chicago">, readonly string[]> = {
  mumbai: ["% Polyclinic", "% Medical Centre", "% Health Clinic"],
  berlin: ["Ärztehaus %", "Praxisgemeinschaft %", "Medizinisches Zentrum %"],
  kathmandu: ["% Polyclinic", "% Health Centre"],
  sydney: ["% Medical Centre", "% Family Practice", "% Specialist Rooms"],
};

export const clinicCounts: Record<Exclude<CityKey, "chicago">, number> = {
  mumbai: 6,
  berlin: 5,
  kathmandu: 4,
  sydney: 5,
};
