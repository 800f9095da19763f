import { env } from "@/env.mjs";
import { appointmentCalendar } from "@/features/appointments/calendar";
import { appointmentRef } from "@/features/appointments/schema";
import { refusalOf } from "@/server/trpc";
import { api } from "@/trpc/server";

type Params = { params: Promise<{ id: string }> };

/** The appointment as a calendar file, for its patient alone. */
export async function GET(_request: Request, { params }: Params) {
  const { id } = await params;
  if (!appointmentRef.safeParse({ appointmentId: id }).success)
    return new Response(null, { status: 404 });
  try {
    const appointment = await (await api()).appointments.get({ appointmentId: id });
    return new Response(appointmentCalendar(appointment, env().NEXTAUTH_URL), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `attachment; filename="appointment-${id}.ics"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    const status = refusalOf(error).code === "NOT_FOUND" ? 404 : 303;
    // Anyone who may not have it is told why on the appointment's own page.
    return new Response(null, { status, headers: { location: `/appointments/${id}` } });
  }
}
