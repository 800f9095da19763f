import type { LeafletKeyboardEvent } from "leaflet";

/** Enter and the space bar press a pin as they press any button; Leaflet knows clicks alone. */
export function isPress({ originalEvent }: LeafletKeyboardEvent): boolean {
  const isPressed = originalEvent.key === "Enter" || originalEvent.key === " ";
  if (isPressed) originalEvent.preventDefault();
  return isPressed;
}
