import { describe, expect, it } from "vitest";
import { listHref, readFilter } from "./list-url";
import { offersFor } from "./role-offers";
import {
  consequencesOfOff,
  consequencesOfRole,
  obstacleTo,
  type PersonFacts,
  refuseRole,
  roles,
} from "./rules";
import { appointmentsInput, peopleInput } from "./schema";

const patient: PersonFacts = {
  role: "patient",
  isActive: true,
  isEmailVerified: true,
  hasDoctorFile: false,
  isListed: false,
  doctorAhead: 0,
  patientAhead: 0,
  pharmacyName: null,
};
const doctor: PersonFacts = {
  ...patient,
  role: "doctor",
  hasDoctorFile: true,
  isListed: true,
  doctorAhead: 3,
};

describe("another role", () => {
  it("leads to a patient's from any, and begins there", () => {
    for (const role of roles) {
      const facts = { ...patient, role };
      expect(obstacleTo("patient", facts)).toBe(role === "patient" ? "same" : null);
      if (role !== "patient" && role !== "admin")
        expect(obstacleTo("admin", facts)).toBe("throughPatient");
    }
  });

  it("of a doctor is applied for, unless one has been a doctor", () => {
    expect(obstacleTo("doctor", patient)).toBe("applies");
    expect(obstacleTo("doctor", { ...patient, hasDoctorFile: true })).toBeNull();
    expect(refuseRole("doctor", patient)?.code).toBe("ROLE_CHANGE_NOT_POSSIBLE");
  });

  it("of an administrator asks for a confirmed address, and says so", () => {
    const unconfirmed = { ...patient, isEmailVerified: false };
    expect(refuseRole("admin", unconfirmed)?.code).toBe("ROLE_CHANGE_NOT_POSSIBLE");
    expect(offersFor(unconfirmed, true).kept).toContainEqual({
      role: "admin",
      obstacle: "unconfirmed",
    });
    expect(obstacleTo("pharmacy", unconfirmed)).toBeNull();
    expect(obstacleTo("patient", { ...unconfirmed, role: "admin" })).toBeNull();
  });

  it("waits until a patient's appointments are over", () => {
    const booked = { ...patient, patientAhead: 1 };
    expect(obstacleTo("admin", booked)).toBe("hasAppointments");
    expect(obstacleTo("pharmacy", booked)).toBe("hasAppointments");
  });

  it("of an administrator is offered only by who may give rights", () => {
    expect(offersFor(patient, true).possible.map(({ role }) => role)).toEqual([
      "pharmacy",
      "admin",
    ]);
    const { possible, kept } = offersFor(patient, false);
    expect(possible.map(({ role }) => role)).toEqual(["pharmacy"]);
    expect(kept).toContainEqual(expect.objectContaining({ role: "admin", obstacle: "mayNot" }));
    expect(offersFor({ ...patient, role: "admin" }, false).possible).toEqual([]);
  });

  it("says first what follows from it", () => {
    const keys = consequencesOfRole("patient", doctor).map(({ key }) => key);
    expect(keys).toEqual(["sessionsEnd", "unlisted", "toDecide", "documentsStay"]);
    expect(consequencesOfRole("patient", { ...patient, role: "admin" })).toContainEqual({
      key: "rightsEnd",
    });
    expect(
      consequencesOfRole("patient", { ...patient, role: "pharmacy", pharmacyName: "Corner" }),
    ).toContainEqual({ key: "leavesPharmacy", pharmacy: "Corner" });
    expect(consequencesOfRole("admin", patient)).toContainEqual({ key: "noRightsYet" });
  });
});

it("switching off says what becomes of appointments, as a doctor and as a patient", () => {
  expect(consequencesOfOff(doctor)).toContainEqual({ key: "toDecide", count: 3 });
  expect(consequencesOfOff({ ...patient, patientAhead: 2 })).toContainEqual({
    key: "stayBooked",
    count: 2,
  });
  // Who is no doctor any more has left nobody without one by this.
  expect(consequencesOfOff({ ...doctor, role: "patient" })).not.toContainEqual(
    expect.objectContaining({ key: "toDecide" }),
  );
});

describe("the address of a list", () => {
  it("leaves out what is empty or makes no sense", () => {
    expect(readFilter(peopleInput, { q: "", role: "king", active: "off", other: "1" })).toEqual({
      active: "off",
    });
    expect(readFilter(peopleInput, { q: ["a", "b"] })).toEqual({});
    const from = "2026-02-30";
    expect(readFilter(appointmentsInput, { from, to: "2026-03-01", status: "x" })).toEqual({
      to: "2026-03-01",
    });
  });

  it("keeps the filters", () => {
    expect(listHref("/admin/people", { q: "a b", role: undefined })).toBe("/admin/people?q=a+b");
    expect(listHref("/admin/people", {})).toBe("/admin/people");
  });
});
