import type { Viewer } from "@/components/layout/viewer";
import type { ActorAnswer } from "@/server/actor";

/** What the frame of a page shows about who is looking; null for someone not signed in. */
export function viewerOf(asking: ActorAnswer): Viewer | null {
  if (asking.state !== "signed-in") return null;
  const { name, email, role, unreadMessages } = asking.actor;
  return { name: name || email, role, unread: unreadMessages };
}
