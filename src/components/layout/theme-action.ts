"use server";

import { cookies } from "next/headers";
import { readTheme, themeCookie } from "./theme";

/** Keeps the choice for a year in a cookie, so that the server renders it and nothing flashes. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = readTheme(String(form.get("theme")));
  const jar = await cookies();
  jar.set(themeCookie, theme, {
    path: "/",
    sameSite: "lax",
    httpOnly: true,
    maxAge: 365 * 24 * 60 * 60,
  });
}
