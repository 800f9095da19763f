// Which room may know which: see docs/architecture.md. There is no list of exceptions.
const feature = "^src/features/([^/]+)/";

/** Features in the order in which they may use each other: each only those named here. */
const uses = {
  accounts: [],
  notifications: ["accounts"],
  admin: ["accounts"],
  audit: ["accounts"],
  administrators: ["accounts", "notifications"],
  people: ["accounts", "notifications", "schedules", "appointments", "administrators"],
  figures: ["accounts"],
  places: [],
  schedules: ["accounts"],
  "opening-hours": ["accounts", "places"],
  clinics: ["accounts", "places", "schedules", "opening-hours"],
  doctors: ["accounts", "places", "schedules", "clinics"],
  applications: ["accounts", "notifications", "doctors"],
  appointments: ["accounts", "notifications", "schedules", "clinics", "doctors"],
  practice: [
    "accounts",
    "notifications",
    "places",
    "schedules",
    "clinics",
    "doctors",
    "appointments",
  ],
  reviews: ["accounts", "notifications", "doctors", "appointments"],
  insights: ["accounts", "schedules", "clinics", "appointments"],
  feeds: ["accounts", "appointments"],
  licences: [
    "accounts",
    "notifications",
    "schedules",
    "doctors",
    "applications",
    "appointments",
    "admin",
  ],
  verification: ["accounts", "notifications", "doctors", "applications", "licences", "admin"],
  registry: [
    "accounts",
    "notifications",
    "places",
    "schedules",
    "clinics",
    "doctors",
    "appointments",
    "practice",
    "verification",
    "admin",
    "opening-hours",
    "pharmacy-reports",
  ],
  pharmacies: ["accounts", "places", "clinics", "opening-hours"],
  duty: ["accounts", "notifications", "places", "opening-hours", "pharmacies"],
  "pharmacy-reports": ["accounts", "notifications", "opening-hours", "pharmacies"],
  "pharmacy-staff": [
    "accounts",
    "notifications",
    "places",
    "opening-hours",
    "pharmacies",
    "pharmacy-reports",
    "registry",
  ],
  "pharmacy-imports": ["accounts", "places", "opening-hours", "pharmacies"],
  transfer: [
    "accounts",
    "doctors",
    "applications",
    "clinics",
    "registry",
    "admin",
    "opening-hours",
  ],
};

/** What a feature may show to another: its judgement and its contract, and what it lets
 * them do within a transaction of their own; never its verbs or its face. A week of opening hours
 * is edited the same way wherever somebody has one, and a town is found the same way. */
const shown =
  "((schema|form-schema|osm|sun|documents|rules|policy|store|template|windows|load|hours|collision|explain|offer|within|proposals)\\.ts|(opening-hours/components/hours-editor|places/components/town-search)\\.tsx)$";

module.exports = {
  forbidden: [
    {
      // A page object's method returns the next page, so those may name each other.
      name: "no-cycles",
      severity: "error",
      from: { pathNot: "^e2e/pages/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans-of-the-build",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "lib-knows-nothing-of-ours",
      severity: "error",
      from: { path: "^src/lib/" },
      to: { path: "^(src|prisma|scripts|e2e|bench)/", pathNot: "^src/lib/" },
    },
    {
      name: "primitives-know-no-feature",
      severity: "error",
      from: { path: "^src/components/" },
      to: { path: "^src/(features|server|trpc|app|generated)/" },
    },
    {
      name: "server-knows-no-feature",
      severity: "error",
      from: { path: "^src/server/" },
      to: { path: "^src/(features|trpc|app)/" },
    },
    {
      name: "features-know-no-pages",
      severity: "error",
      from: { path: "^src/features/" },
      to: { path: "^src/app/" },
    },
    {
      name: "features-call-the-api-only-from-components",
      severity: "error",
      from: { path: "^src/features/", pathNot: "/components/" },
      to: { path: "^src/trpc/" },
    },
    {
      name: "pages-reach-data-through-the-api",
      severity: "error",
      from: { path: "^src/app/", pathNot: "^src/app/(api|tiles)/" },
      to: { path: "(store\\.ts$|/commands/|^src/generated/)" },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      from: { path: "^src/features/[^/]+/(rules|policy|schema|form-schema)\\.ts$" },
      to: {
        path: "(^src/(server|trpc|generated)/|store\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "tests-only-in-tests",
      severity: "error",
      from: { path: "^src/", pathNot: "(^src/testing/|\\.test(-support)?\\.tsx?$)" },
      to: { path: "(^src/testing/|\\.test(-support)?\\.tsx?$)" },
    },
    {
      name: "another-feature-only-by-what-it-shows",
      severity: "error",
      from: { path: feature, pathNot: "\\.test(-support)?\\.ts$" },
      to: { path: feature, pathNot: [`^src/features/$1/`, shown] },
    },
    ...Object.entries(uses).map(([name, known]) => ({
      name: `${name}-uses-only-${known.join("-") || "itself"}`,
      severity: "error",
      from: { path: `^src/features/${name}/`, pathNot: "\\.test(-support)?\\.ts$" },
      to: { path: feature, pathNot: `^src/features/(${[name, ...known].join("|")})/` },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules|src/generated" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".css", ".d.ts"],
    },
  },
};
