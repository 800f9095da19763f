import { fold } from "@/lib/fold";

/**
 * What people call a speciality, folded -> the beginning of its name. Words that share their stem
 * with the name ("cardiologist") need no line here.
 */
const calledBy: Record<string, readonly string[]> = {
  gp: ["family medicine", "general practice"],
  physician: ["internal medicine", "family medicine", "general practice"],
  internist: ["internal medicine"],
  heart: ["cardiology"],
  skin: ["dermatology"],
  child: ["pediatrics", "paediatrics"],
  children: ["pediatrics", "paediatrics"],
  kids: ["pediatrics", "paediatrics"],
  baby: ["pediatrics", "paediatrics"],
  paediatrician: ["pediatrics", "paediatrics"],
  women: ["obstetrics", "gynecology", "gynaecology"],
  pregnancy: ["obstetrics"],
  obgyn: ["obstetrics"],
  gynaecologist: ["obstetrics", "gynecology"],
  midwife: ["obstetrics"],
  bone: ["orthopedic", "orthopaedic"],
  bones: ["orthopedic", "orthopaedic"],
  knee: ["orthopedic", "orthopaedic"],
  joint: ["orthopedic", "rheumatology"],
  joints: ["orthopedic", "rheumatology"],
  orthopedist: ["orthopedic", "orthopaedic"],
  orthopaedics: ["orthopedic"],
  eye: ["ophthalmology"],
  eyes: ["ophthalmology"],
  ear: ["ear, nose", "otolaryngology"],
  nose: ["ear, nose", "otolaryngology"],
  throat: ["ear, nose", "otolaryngology"],
  ent: ["ear, nose", "otolaryngology"],
  brain: ["neurology"],
  nerves: ["neurology"],
  migraine: ["neurology"],
  mental: ["psychiatry", "psychology"],
  psychologist: ["psychology", "psychiatry"],
  therapist: ["psychology", "physiotherapy"],
  stomach: ["gastroenterology"],
  gut: ["gastroenterology"],
  lung: ["pulmon", "respiratory"],
  lungs: ["pulmon", "respiratory"],
  asthma: ["pulmon", "allergy"],
  kidney: ["nephrology"],
  bladder: ["urology"],
  cancer: ["oncology"],
  diabetes: ["endocrinology"],
  hormones: ["endocrinology"],
  thyroid: ["endocrinology"],
  tooth: ["dent"],
  teeth: ["dent"],
  dental: ["dent"],
  physio: ["physiotherapy", "physical"],
  surgeon: ["general surgery", "surgery"],
  emergency: ["urgent care", "emergency"],
  allergies: ["allergy"],
};

/** Words that say "doctor" and nothing more. */
const empty = new Set([
  "dr",
  "doctor",
  "doctors",
  "doc",
  "prof",
  "professor",
  "md",
  "a",
  "an",
  "the",
  "and",
  "specialist",
  "clinic",
  "near",
  "me",
]);

export type QueryWord = {
  text: string;
  /** Specialities that the word may mean; of those that are known. */
  specialities: string[];
};

/**
 * The words of a search, folded, at most six, each with the specialities it may mean. "Skin doctor"
 * is one word that means dermatology; "Anna" is one that means none.
 */
export function readQuery(q: string, known: readonly string[]): QueryWord[] {
  return fold(q)
    .replaceAll("’", "'")
    .split(/[^\p{L}\p{N}'-]+/u)
    .map((word) => word.replace(/^['-]+|['-]+$/g, ""))
    .filter((word) => word !== "" && !empty.has(word))
    .slice(0, 6)
    .map((text) => ({ text, specialities: known.filter((name) => means(text, fold(name))) }));
}

/** The one of some known names that a text is, whatever its case and accents. */
export function findNamed(text: string, known: readonly string[]): string | null {
  const wanted = fold(text);
  return known.find((name) => fold(name) === wanted) ?? null;
}

function means(word: string, speciality: string): boolean {
  const beginnings = Object.hasOwn(calledBy, word) ? (calledBy[word] ?? []) : [];
  if (beginnings.some((beginning) => ` ${speciality}`.includes(` ${beginning}`))) return true;
  return speciality.split(/[^\p{L}]+/u).some((part) => sharesStem(word, part));
}

/** "cardiologist" and "cardiology", "pediatrician" and "pediatrics", "cardio" and "cardiology". */
function sharesStem(word: string, part: string): boolean {
  if (word.length < 4 || part.length < 4) return word === part;
  let shared = 0;
  while (shared < word.length && word[shared] === part[shared]) shared++;
  return shared >= Math.max(4, Math.min(word.length, part.length) - 1);
}
