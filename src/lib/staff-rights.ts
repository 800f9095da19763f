import { z } from "zod";

/**
 * What a pharmacy's staff may do. A position brings rights; `permissions` of one person, a map from
 * right to yes or no, gives and takes. `readStaffRights` is the one place that puts them together.
 */
export const staffPositions = ["owner", "manager", "pharmacist", "staff"] as const;
export type StaffPosition = (typeof staffPositions)[number];

const byPosition = {
  "hours.confirm": ["owner", "manager", "pharmacist", "staff"],
  "hours.edit": ["owner", "manager", "pharmacist"],
  "profile.edit": ["owner", "manager", "pharmacist"],
  "colleagues.manage": ["owner", "manager"],
} as const satisfies Record<string, readonly StaffPosition[]>;

export type StaffRight = keyof typeof byPosition;
export const staffRights = Object.keys(byPosition) as StaffRight[];

export const staffPermissions = z.partialRecord(z.enum(staffRights), z.boolean());
export type StaffPermissions = z.infer<typeof staffPermissions>;

/** Whether a position has a right by itself. */
export function positionHas(position: StaffPosition, right: StaffRight): boolean {
  return (byPosition[right] as readonly StaffPosition[]).includes(position);
}

/** What somebody may do; an owner everything, and permissions that cannot be read give nothing more. */
export function readStaffRights(position: StaffPosition, permissions: unknown): Set<StaffRight> {
  const own = staffPermissions.catch({}).parse(permissions ?? {});
  return new Set(
    staffRights.filter(
      (right) => position === "owner" || (own[right] ?? positionHas(position, right)),
    ),
  );
}
