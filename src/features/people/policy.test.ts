import { expect, it } from "vitest";
import type { Standing } from "@/features/administrators/policy";
import type { UserId } from "@/lib/ids";
import type { AccessLevel, Right } from "@/lib/rights";
import { refuseNewRole, refuseSwitching } from "./policy";

const standing = (id: string, accessLevel: AccessLevel, ...grant: Right[]): Standing => ({
  userId: id as UserId,
  isActive: true,
  grants: { accessLevel, permissions: { grant, deny: [] }, allowedModules: null },
});
const granter = standing("granter", "admin", "administrators.grant");
const plain = standing("plain", "admin");
const patient: Standing = { userId: "patient" as UserId, isActive: true, grants: null };

it("a peer who may do more keeps role, rights and account; one who may not does not", () => {
  const more = standing("more", "admin", "settings.edit");
  expect(refuseNewRole(granter, more, true)?.code).toBe("NOT_ALLOWED");
  expect(refuseSwitching(granter, more)?.code).toBe("NOT_ALLOWED");
  expect(refuseSwitching(plain, granter)?.code).toBe("NOT_ALLOWED");
  expect(refuseNewRole(granter, plain, true)).toBeNull();
  expect(refuseSwitching(granter, plain)).toBeNull();
  expect(refuseSwitching(plain, standing("support", "support"))).toBeNull();
});

it("who may not give rights changes other roles alone", () => {
  expect(refuseNewRole(plain, patient, true)?.code).toBe("NOT_ALLOWED");
  expect(refuseNewRole(plain, patient, false)).toBeNull();
  expect(refuseNewRole(granter, patient, true)).toBeNull();
  expect(refuseNewRole(plain, plain, false)?.code).toBe("NOT_ALLOWED");
});
