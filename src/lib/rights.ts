/**
 * What administrators may do. A level brings rights; for one person, `permissions` add or take some
 * away and `allowed_modules` leaves only those of some rooms. `effectiveRights` is the one place that
 * puts them together; the gates, the menus and the matrix on the screen all ask it.
 */
export const accessLevels = ["support", "moderator", "admin", "super_admin"] as const;
export type AccessLevel = (typeof accessLevels)[number];

/** Right -> the least level that has it by itself. The part before the dot is its module. */
const leastLevel = {
  "overview.read": "support",
  "figures.read": "support",
  "people.read": "support",
  "appointments.read": "support",
  "audit.read": "support",
  "doctors.verify": "moderator",
  "doctors.suspend": "moderator",
  "pharmacies.verify": "moderator",
  "pharmacies.reports": "moderator",
  "duty.edit": "admin",
  "appointments.decide": "moderator",
  "reviews.moderate": "moderator",
  "people.deactivate": "admin",
  "people.role": "admin",
  "clinics.edit": "admin",
  "clinics.merge": "admin",
  "pharmacies.edit": "admin",
  "transfer.export": "admin",
  "transfer.import": "admin",
  "audit.export": "admin",
  "settings.read": "admin",
  "settings.edit": "super_admin",
  "administrators.read": "super_admin",
  "administrators.grant": "super_admin",
} as const satisfies Record<string, AccessLevel>;

export type Right = keyof typeof leastLevel;
export type Module = Right extends `${infer Name}.${string}` ? Name : never;

export const rights = Object.keys(leastLevel) as Right[];
export const moduleOf = (right: Right) => right.split(".")[0] as Module;
export const modules = [...new Set(rights.map(moduleOf))];

export type Grants = {
  accessLevel: AccessLevel;
  /** Rights beside and without those of the level. */
  permissions: { grant: readonly Right[]; deny: readonly Right[] };
  /** Null: every module. */
  allowedModules: readonly Module[] | null;
};

const rank = (level: AccessLevel) => accessLevels.indexOf(level);

/** Whether a level has a right by itself. */
export function levelHas(level: AccessLevel, right: Right): boolean {
  return rank(level) >= rank(leastLevel[right]);
}

/** All that an administrator may do: of the level and what is granted, without what is denied, in the allowed modules. */
export function effectiveRights({
  accessLevel,
  permissions,
  allowedModules,
}: Grants): ReadonlySet<Right> {
  const { grant, deny } = permissions;
  return new Set(
    rights.filter(
      (right) =>
        (levelHas(accessLevel, right) || grant.includes(right)) &&
        !deny.includes(right) &&
        (allowedModules === null || allowedModules.includes(moduleOf(right))),
    ),
  );
}
