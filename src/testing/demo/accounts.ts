import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { demoDomain } from "./people";
import { demoPassword } from "./sign-ins";

export type DemoAccount = { role: string; email: string; password: string; note: string };

/** The accounts that are shown to whoever starts the demo. */
export const demoAccounts: readonly DemoAccount[] = (
  [
    ["patient", "patient", "Maya Thompson, with visits past and to come"],
    ["patient", "newcomer", "Has just signed up; onboarding is next"],
    ["doctor", "doctor", "Sofía Núñez, at two clinics in Chicago"],
    ["doctor", "new-doctor", "Noah Lindqvist, waiting to be verified"],
    ["pharmacy", "pharmacy", "Rosa Delgado, owner of a pharmacy"],
    ["admin", "support", "Grace Okafor, level support"],
    ["admin", "moderator", "Thomas Berger, level moderator"],
    ["admin", "admin", "Leila Rahimi, level admin"],
    ["admin", "super-admin", "Ingrid Solberg, level super_admin"],
  ] as const
).map(([role, name, note]) => ({
  role,
  email: `${name}@${demoDomain}`,
  password: demoPassword,
  note,
}));

/** Writes them where the demo looks for them. Gives the file's name. */
export async function writeAccounts(stateFolder: string): Promise<string> {
  await mkdir(stateFolder, { recursive: true });
  const file = join(stateFolder, "demo-accounts.json");
  await writeFile(file, `${JSON.stringify(demoAccounts, null, 2)}\n`);
  return file;
}
