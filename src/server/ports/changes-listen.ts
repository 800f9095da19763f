import { randomUUID } from "node:crypto";
import { Client, type Notification } from "pg";
import { z } from "zod";
import type { PrismaClient } from "@/generated/prisma/client";
import type { AppointmentId, DoctorId } from "@/lib/ids";
import type { Audience } from "./changes";

const channel = "medico24_appointments";
const probeChannel = "medico24_probe";
const longestEcho = 2_000;
const heartbeat = 30_000;

/** As the trigger `appointments_announce` writes it. */
const announced = z.object({
  doctorId: z.guid().transform((id) => id as DoctorId),
  appointmentId: z.guid().transform((id) => id as AppointmentId),
});

/**
 * Tells the audience what the database announces, on one connection of its own, until that is lost
 * or the signal comes: "lost". "deaf" if this database delivers no word from other connections, as
 * the embedded one, or one behind a pooler.
 */
export async function listen(
  url: string,
  db: PrismaClient,
  audience: Audience,
  signal: AbortSignal,
): Promise<"lost" | "deaf"> {
  const client = new Client({
    connectionString: url,
    application_name: "medico24 changes",
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
  });
  const isLost = new Promise<"lost">((resolve) => {
    client.on("error", () => resolve("lost"));
    client.on("end", () => resolve("lost"));
    signal.addEventListener("abort", () => resolve("lost"), { once: true });
  });
  try {
    await client.connect();
    if (signal.aborted) return "lost";
    const hasEcho = awaitEcho(client);
    await client.query(`LISTEN ${probeChannel}`);
    await client.query(`LISTEN ${channel}`);
    if (!(await Promise.race([hasEcho(db), isLost]))) {
      await client.query("UNLISTEN *");
      return "deaf";
    }
    client.on("notification", (word) => pass(word, audience));
    // What was announced before this connection stood was heard by nobody.
    audience.tellAll({ kind: "refresh" });
    return await Promise.race([isLost, untilSilent(client, signal)]);
  } finally {
    void client.end().catch(() => {});
  }
}

/** Whether a word that another connection gives arrives here. */
function awaitEcho(client: Client): (db: PrismaClient) => Promise<boolean> {
  const word = randomUUID();
  const echo = new Promise<boolean>((resolve) => {
    client.on("notification", ({ channel, payload }) => {
      if (channel === probeChannel && payload === word) resolve(true);
    });
  });
  return async (db) => {
    await db.$executeRaw`SELECT pg_notify(${probeChannel}, ${word})`;
    const silence = new Promise<boolean>((resolve) => {
      setTimeout(resolve, longestEcho, false).unref();
    });
    return Promise.race([echo, silence]);
  };
}

function pass({ channel: from, payload }: Notification, audience: Audience): void {
  if (from !== channel) return;
  const word = read(payload);
  if (word)
    audience.tell(word.doctorId, { kind: "appointment", appointmentId: word.appointmentId });
}

/** Null for what is no word of ours: an error would end the connection, and everybody's live calendar. */
function read(payload = ""): z.infer<typeof announced> | null {
  try {
    return announced.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** A line can be cut without anyone being told; a question now and then finds out. */
function untilSilent(client: Client, signal: AbortSignal): Promise<"lost"> {
  return new Promise((resolve) => {
    const asking = setInterval(() => {
      client.query("SELECT 1").catch(() => resolve("lost"));
    }, heartbeat).unref();
    const stop = () => clearInterval(asking);
    client.on("end", stop);
    signal.addEventListener("abort", stop, { once: true });
  });
}
