export type Speciality = {
  name: string;
  /** How many of the hundred doctors in Chicago practise it. */
  inChicago: number;
  focuses: readonly string[];
  /** What the doctor is called in the sentence "Ana is a ...". */
  title: string;
  /** What people come for; each reads on after "I help people with ...". */
  helpsWith: readonly string[];
  /** What a patient writes when booking. */
  reasons: readonly string[];
  /** A doctor's note after such a visit. */
  notes: readonly string[];
  /** Dollars in Chicago for a first visit, and the usual minutes. */
  fee: number;
  minutes: readonly number[];
};

const list = (text: string) => text.split(";").map((item) => item.trim());

function speciality(
  [name, title, inChicago, fee, minutes]: [string, string, number, number, readonly number[]],
  text: Record<"focuses" | "helpsWith" | "reasons" | "notes", string>,
): Speciality {
  return {
    name,
    title,
    inChicago,
    fee,
    minutes,
    focuses: list(text.focuses),
    helpsWith: list(text.helpsWith),
    reasons: list(text.reasons),
    notes: list(text.notes),
  };
}

export const specialities: readonly Speciality[] = [
  speciality(["Family medicine", "family doctor", 11, 120, [20, 30, 15]], {
    focuses: "Preventive care; Care of older adults; Travel medicine; Sports medicine",
    helpsWith:
      "everyday illness, check-ups and long-term conditions; blood pressure, diabetes and staying well; the health of whole families, from school forms to care at home",
    reasons:
      "A cough that has not gone away for two weeks; Yearly check-up; My blood pressure readings at home are high; I would like to talk about sleep and tiredness",
    notes:
      "Chest clear. Advised rest and fluids, to return if fever.; Blood pressure 138/86. Home readings for two weeks, then review.; Routine bloods requested.",
  }),
  speciality(["Internal medicine", "specialist in internal medicine", 9, 160, [30, 20]], {
    focuses: "Hypertension; Diabetes care; Complex conditions; Perioperative medicine",
    helpsWith:
      "several conditions at once and the medicines that go with them; high blood pressure, cholesterol and diabetes; symptoms that have not found a name yet",
    reasons:
      "Review of my medicines; Tired for months, nothing found so far; Follow-up of my blood test; Swollen ankles in the evening",
    notes:
      "Medicines reviewed, one stopped.; Thyroid and iron studies requested.; Cholesterol improved, continue.",
  }),
  speciality(["Pediatrics", "pediatrician", 8, 130, [20, 15]], {
    focuses: "Newborn care; Adolescent health; Developmental pediatrics; Childhood asthma",
    helpsWith:
      "newborns, check-ups and vaccinations; fevers, rashes and coughs, and parents who worry about them; growth, school and sleep",
    reasons:
      "Check-up and vaccination for my daughter; My son has had an ear ache since yesterday; Rash on both arms; Questions about eating and growth",
    notes:
      "Growing along the 60th percentile. Vaccines given.; Ear drum red, watchful waiting.; Viral rash, no treatment needed.",
  }),
  speciality(["Obstetrics and gynecology", "obstetrician and gynecologist", 7, 180, [30, 20]], {
    focuses: "Prenatal care; Menopause; Endometriosis; Family planning",
    helpsWith:
      "pregnancy, from the first visit to the weeks after birth; painful or irregular periods; screening, contraception and menopause",
    reasons:
      "First visit in pregnancy; Yearly screening; Painful periods; I would like to discuss contraception",
    notes:
      "Ten weeks by ultrasound, all well.; Screening taken, result in two weeks.; Options discussed, will decide at home.",
  }),
  speciality(["Dentistry", "dentist", 8, 110, [45, 30]], {
    focuses: "Prevention; Endodontics; Dentistry for children; Dentistry for anxious patients",
    helpsWith:
      "check-ups, cleaning and fillings; tooth ache, today rather than next month; a first visit after years without one",
    reasons:
      "Check-up and cleaning; Tooth ache, lower left; A filling has come out; My gums bleed when I brush",
    notes:
      "No caries. Cleaning done.; Filling replaced, to call if sensitive.; Root canal treatment planned.",
  }),
  speciality(["Dermatology", "dermatologist", 6, 190, [15, 20]], {
    focuses: "Skin cancer screening; Acne; Eczema and psoriasis; Hair loss",
    helpsWith:
      "moles, and whether they should worry you; acne, eczema and psoriasis; hair loss and itchy skin",
    reasons:
      "A mole that has changed; Eczema on my hands; Acne that did not get better with creams; Itchy scalp",
    notes:
      "Benign naevus, photo taken for comparison.; Steroid cream for ten days, emollient daily.; Review in eight weeks.",
  }),
  speciality(["Cardiology", "cardiologist", 6, 240, [30, 45]], {
    focuses: "Heart failure; Rhythm disorders; Prevention; Valve disease",
    helpsWith:
      "chest pain, palpitations and breathlessness; heart failure and life after a heart attack; high blood pressure that does not come down",
    reasons:
      "Palpitations in the evening; Follow-up after a stent; Out of breath on the stairs; Family history of heart disease",
    notes:
      "ECG normal. 24-hour recording arranged.; Echo stable, continue.; Beta blocker halved because of slow pulse.",
  }),
  speciality(["Orthopedics", "orthopedic surgeon", 6, 220, [20, 30]], {
    focuses: "Knee and hip; Shoulder; Hand and wrist; Sports injuries",
    helpsWith:
      "knees and hips that hurt; shoulders that no longer lift; injuries from sport and falls",
    reasons:
      "Knee pain going downstairs; Shoulder pain at night; Wrist hurts after a fall; Second opinion on hip replacement",
    notes:
      "Physiotherapy for six weeks, then review.; X-ray without fracture.; Injection given, well tolerated.",
  }),
  speciality(["Psychiatry", "psychiatrist", 6, 230, [45, 60]], {
    focuses: "Depression and anxiety; Perinatal mental health; ADHD in adults; Trauma",
    helpsWith: "depression, anxiety and panic; the time around birth; attention, sleep and burnout",
    reasons:
      "I have felt low for some weeks; Panic on the train; Follow-up of my medication; I cannot concentrate at work",
    notes:
      "Feels better than last time. Continue.; Sleep diary until next visit.; Therapy options discussed.",
  }),
  speciality(["Ophthalmology", "ophthalmologist", 5, 170, [20, 15]], {
    focuses: "Cataract; Glaucoma; Retina; Eyes of children",
    helpsWith: "cataract and glaucoma; eyes in diabetes; dry, red or tired eyes",
    reasons:
      "Blurred vision on the right; Yearly eye check, I have diabetes; Red eye for three days; Flashes of light",
    notes:
      "Pressure 17/18. Review in six months.; Early cataract, no surgery yet.; Drops four times a day for a week.",
  }),
  speciality(["Urgent care", "urgent care physician", 5, 140, [15, 20]], {
    focuses: "Minor injuries; Evening and night care; Acute illness; Wound care",
    helpsWith:
      "cuts, sprains and fevers when other practices are closed; things that cannot wait until morning and are no emergency; minor injuries, with X-ray in house",
    reasons:
      "Twisted my ankle this evening; Fever since last night; Cut on the hand; Strong sore throat",
    notes:
      "Sprain, bandage and rest.; Wound cleaned, three stitches.; Streptococcus test positive.",
  }),
  speciality(["Neurology", "neurologist", 4, 250, [45, 30]], {
    focuses: "Headache and migraine; Epilepsy; Memory; Parkinson's disease",
    helpsWith:
      "migraine and other headaches; numbness, tremor and dizziness; memory that worries you or your family",
    reasons:
      "Migraine twice a week; Tingling in both feet; My mother forgets more and more; Dizzy spells",
    notes: "Neurological examination normal.; Preventive treatment started.; MRI requested.",
  }),
  speciality(["Ear, nose and throat", "ear, nose and throat doctor", 3, 180, [20, 15]], {
    focuses: "Hearing; Sinus disease; Voice; Sleep apnea",
    helpsWith: "hearing loss and tinnitus; sinuses that stay blocked; snoring and sleep apnea",
    reasons:
      "Blocked nose for months; Hearing worse on the left; Ringing in the ear; Hoarse since a cold",
    notes: "Wax removed, hearing improved.; Nasal spray for six weeks.; Sleep study arranged.",
  }),
  speciality(["Gastroenterology", "gastroenterologist", 3, 230, [30, 45]], {
    focuses: "Inflammatory bowel disease; Liver; Reflux; Screening",
    helpsWith: "reflux and stomach pain; inflammatory bowel disease; screening before it hurts",
    reasons:
      "Heartburn most evenings; Bloating after meals; Screening colonoscopy; Follow-up of colitis",
    notes: "Gastroscopy without findings.; Diet diary for four weeks.; In remission, continue.",
  }),
  speciality(["Endocrinology", "endocrinologist", 3, 220, [30]], {
    focuses: "Diabetes; Thyroid; Osteoporosis; Hormones",
    helpsWith: "diabetes, also with pumps and sensors; the thyroid; bones and hormones",
    reasons:
      "Thyroid nodule; My blood sugar goes up and down; Follow-up of thyroid values; Bone density result",
    notes: "HbA1c 7.1, improved.; Ultrasound in twelve months.; Dose raised to 75 micrograms.",
  }),
  speciality(["Pulmonology", "pulmonologist", 2, 220, [30]], {
    focuses: "Asthma; COPD; Sleep medicine; Chronic cough",
    helpsWith: "asthma and COPD; a cough that does not go away; breathing in sleep",
    reasons: "Asthma worse in spring; Short of breath; Cough for three months",
    notes: "Spirometry stable.; Inhaler technique shown again.; Chest X-ray clear.",
  }),
  speciality(["Urology", "urologist", 2, 210, [20, 30]], {
    focuses: "Kidney stones; Prostate; Incontinence; Men's health",
    helpsWith: "kidney stones; the prostate; bladder trouble, of women and men",
    reasons:
      "Kidney stone last year, check-up; Up three times every night; Pain when passing water",
    notes: "Ultrasound without stones.; Urine culture requested.; PSA unchanged.",
  }),
  speciality(["Rheumatology", "rheumatologist", 2, 230, [45, 30]], {
    focuses: "Rheumatoid arthritis; Lupus; Gout; Back pain in young adults",
    helpsWith: "swollen, stiff joints; autoimmune disease; gout",
    reasons: "Stiff hands in the morning; Follow-up of arthritis; Gout in the big toe",
    notes: "No swelling today, continue.; Bloods before next dose.; Diet and fluids discussed.",
  }),
  speciality(["Allergy and immunology", "allergist", 2, 200, [30, 20]], {
    focuses: "Food allergy; Hay fever; Drug allergy; Asthma",
    helpsWith:
      "hay fever and what lasts longer than a season; food allergies, of children too; reactions to medicines",
    reasons: "Hay fever, tablets do not help; Reaction after nuts; Hives without a cause",
    notes: "Skin test positive for birch.; Emergency pen explained.; Desensitisation started.",
  }),
  speciality(["Nephrology", "nephrologist", 2, 240, [30, 45]], {
    focuses: "Chronic kidney disease; Hypertension; Transplant follow-up; Kidney stones",
    helpsWith:
      "kidneys that work less than they should; blood pressure and salt; care before and after transplant",
    reasons: "My kidney values are worse; Protein in the urine; Follow-up after transplant",
    notes: "eGFR stable at 52.; Blood pressure target 130/80.; Potassium normal.",
  }),
];
