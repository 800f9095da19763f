import { type Point, writePoint } from "@/lib/geo";

/** The address that a form means, or the same around a point instead of what was typed. */
export function hrefOf(form: HTMLFormElement, near?: Point): string {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim() !== "") params.append(name, value);
  return near ? withNear(params, near) : written(params);
}

/** The address of a search (a path with its query) around another place. */
export function hrefAround(href: string, near: Point, radius: number): string {
  const params = new URLSearchParams(href.split("?")[1]);
  params.set("radius", String(radius));
  return withNear(params, near);
}

function withNear(params: URLSearchParams, near: Point): string {
  params.delete("place");
  params.delete("after");
  params.set("near", writePoint(near, 3));
  return written(params);
}

function written(params: URLSearchParams): string {
  return `/pharmacies?${params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}
