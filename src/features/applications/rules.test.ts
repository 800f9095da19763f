import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { begin } from "./application.test-support";
import { dispositionOf, safeFileName } from "./documents";
import { changesChecked, isRelied, missingIn, refuseHandingIn, standingOf, todayOf } from "./rules";
import { beginSchema, experienceSchema, visitsSchema } from "./schema";

const today = "2026-10-28";
const complete = {
  givenName: "Ana",
  familyName: "Silva",
  qualification: "MD",
  languagesSpoken: ["Portuguese"],
  licenseAuthority: "Board",
  licenseCountry: "US",
  licenseExpiresOn: today,
  documents: [
    { id: "1", kind: "licence" },
    { id: "2", kind: "identity" },
  ],
} as const;

describe("an application", () => {
  test("is complete with all of it, on the licence's last day, too", () => {
    expect(missingIn(complete, today)).toEqual([]);
    expect(refuseHandingIn(complete, today)).toBeNull();
  });

  test.each([
    [{ familyName: "" }, "name"],
    [{ qualification: "" }, "qualification"],
    [{ languagesSpoken: [] }, "languages"],
    [{ licenseExpiresOn: "" }, "licence"],
    [{ licenseCountry: "" }, "licence"],
    [{ licenseExpiresOn: "2026-10-27" }, "licenceExpired"],
    [{ documents: [{ id: "1", kind: "licence" }] }, "identityDocument"],
    [{ documents: [{ id: "1", kind: "diploma" }, complete.documents[1]] }, "licenceDocument"],
  ] as const)("lacks what is not there: %j", (lack, part) => {
    expect(refuseHandingIn({ ...complete, ...lack }, today)).toEqual({
      code: "APPLICATION_INCOMPLETE",
      params: { missing: part },
    });
  });

  test("stands somewhere", () => {
    const draft = { submittedAt: null, isVerified: false, licenseExpiresOn: today };
    expect(standingOf(draft, today)).toBe("draft");
    expect(standingOf({ ...draft, submittedAt: "x" }, today)).toBe("handed_in");
    const verified = { ...draft, submittedAt: "x", isVerified: true };
    expect(standingOf(verified, today)).toBe("verified");
    expect(standingOf(verified, "2026-10-29")).toBe("expired");
    expect(standingOf({ ...verified, licenseExpiresOn: "" }, today)).toBe("verified");
  });

  test("relies on the documents that were there when it was handed in, and when it was verified", () => {
    const times = { early: "10:00:00Z", between: "12:00:00.5Z", late: "14:00:00Z" };
    const documents = Object.entries(times).map(([id, time]) => ({
      id,
      uploadedAt: `${today}T${time}`,
    }));
    const isKept = (standing: Parameters<typeof isRelied>[0]) =>
      documents.map((document) => isRelied(standing, document));
    const draft = { submittedAt: null, isVerified: false, verifiedAt: null, rejectedAt: null };
    expect(isKept(draft)).toEqual([false, false, false]);
    const handedIn = { ...draft, submittedAt: `${today}T12:00:00Z` };
    expect(isKept(handedIn)).toEqual([true, false, false]);
    const verified = { ...handedIn, isVerified: true, verifiedAt: `${today}T13:00:00Z` };
    expect(isKept(verified)).toEqual([true, true, false]);
    expect(isKept({ ...draft, rejectedAt: `${today}T13:00:00Z` })).toEqual([true, true, false]);
    expect(isKept({ ...verified, verifiedAt: null })).toEqual([true, true, true]);
    expect(isKept({ ...verified, renewalDocuments: ["late"] })).toEqual([true, true, true]);
  });

  test("is another one once the name, the speciality or the licence changes", () => {
    const before = { ...begin, medicalCouncilRegistration: "", dateOfBirth: "" };
    expect(changesChecked(before, { ...begin, phone: "+13125550100", bio: "x" })).toBe(false);
    for (const fact of Object.keys(before).filter((name) => name !== "phone"))
      expect(changesChecked(before, { [fact]: "other" })).toBe(true);
  });

  test("the day is the one the listing reckons with", () => {
    expect(todayOf(Temporal.Instant.from("2026-10-28T23:59:59Z"))).toBe(today);
  });
});

describe("answers", () => {
  const refusedAt = (over: Record<string, unknown>) =>
    beginSchema.safeParse({ ...begin, ...over }).error?.issues.map(({ path }) => path.join("."));

  test.each([
    ["specialization", "Alchemy"],
    ["licenseNumber", "  "],
    ["licenseNumber", "12\u00003"],
    ["licenseCountry", "ZZ"],
    ["licenseExpiresOn", "2027-02-30"],
    ["licenseExpiresOn", "1926-01-01"],
    ["licenseExpiresOn", "9999-01-01"],
    ["licenseExpiresOn", "tomorrow"],
    ["familyName", " "],
    ["licenseAuthority", "x".repeat(201)],
  ])("of no sense are refused at the field: %s %j", (field, value) => {
    expect(refusedAt({ [field]: value })).toEqual([field]);
  });

  test("one licence is one text, and what was parsed parses again", () => {
    const parsed = beginSchema.parse({ ...begin, licenseNumber: " il-036   1234 " });
    expect(parsed.licenseNumber).toBe("IL-036 1234");
    expect(beginSchema.parse(parsed)).toEqual(parsed);
  });

  test("numbers come as they are typed, and an empty box is no number", () => {
    const visits = { consultationFee: " 120.50 ", consultationDurationMinutes: "" };
    const parsed = visitsSchema.parse(visits);
    expect(parsed).toEqual({ consultationFee: 120.5, consultationDurationMinutes: null });
    expect(visitsSchema.parse(parsed)).toEqual(parsed);
    for (const consultationFee of ["free", "-1", "1e99", "0.001"])
      expect(visitsSchema.safeParse({ ...visits, consultationFee }).success).toBe(false);
    for (const experienceYears of ["76", "-1", "1.5", "many"])
      expect(experienceSchema.shape.experienceYears.safeParse(experienceYears).success).toBe(false);
  });
});

describe("the name of a file", () => {
  test.each([
    ["licence.pdf", "licence.pdf"],
    ["licence.exe", "licence.pdf"],
    ["C:\\Users\\ana\\My licence.PDF", "My licence.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["..", "document.pdf"],
    ["", "document.pdf"],
    [".htaccess", "document.pdf"],
    ["lic\u202Efdp.exe", "licfdp.pdf"],
    ['a"\r\nSet-Cookie: x=1.pdf', "aSet-Cookie x=1.pdf"],
    ["Führerschein – 漢字 \uD800.pdf", "Führerschein – 漢字.pdf"],
    ["x".repeat(500), `${"x".repeat(120)}.pdf`],
  ])("%j is %j", (given, safe) => {
    expect(safeFileName(given, "application/pdf")).toBe(safe);
  });

  test("goes into a header that no name can break", () => {
    expect(dispositionOf({ name: "Führer (1)'s.pdf", type: "application/pdf" })).toBe(
      "attachment; filename=\"F_hrer (1)'s.pdf\"; filename*=UTF-8''F%C3%BChrer%20%281%29%27s.pdf",
    );
    expect(dispositionOf({ name: "漢字.png", type: "image/png" })).toMatch(
      /^inline; filename="__\.png"/,
    );
  });
});
