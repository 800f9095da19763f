import type { World } from "./world";

/** One password for everyone in the demo. */
export const demoPassword = "medico24";

/** Lets people of the demo sign in at the identity emulator; again and again does no harm. */
export async function createSignIns(
  people: World["users"],
  { host, project }: { host: string; project: string },
): Promise<void> {
  const users = people.map((person) => ({
    localId: person.firebaseUid,
    email: person.email,
    emailVerified: person.emailVerified,
    ...(person.fullName && { displayName: person.fullName }),
    rawPassword: demoPassword,
  }));
  const address = `http://${host}/identitytoolkit.googleapis.com/v1/projects/${project}/accounts:batchCreate`;
  const answer = await fetch(address, {
    method: "POST",
    // The emulator takes anyone who says so for the owner of the project.
    headers: { Authorization: "Bearer owner", "Content-Type": "application/json" },
    body: JSON.stringify({ users, allowOverwrite: true }),
  }).catch(() => {
    throw new Error(`The identity service at ${host} does not answer, so nobody can sign in.`);
  });
  if (!answer.ok) throw new Error(`The identity service answered ${await answer.text()}`);
  const { error: refused = [] }: { error?: { message: string }[] } = await answer.json();
  if (refused[0])
    throw new Error(
      `The identity service refused ${refused.length} accounts: ${refused[0].message}`,
    );
}
