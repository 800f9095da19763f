import "server-only";
import type { Viewer } from "@/components/layout/viewer";
import { viewerOf } from "@/features/accounts/viewer";
import { pageContext } from "@/server/page-context";

/** Who is looking at this page, read anew on each request; null for someone not signed in. */
export async function readViewer(): Promise<Viewer | null> {
  return viewerOf((await pageContext()).asking);
}
