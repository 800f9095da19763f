import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { errors } from "@/i18n/en/errors";

/** Made once, at build time; the service worker keeps it for when there is no connection. */
export const dynamic = "force-static";

const style = `
  body { margin: 0; min-block-size: 100dvh; display: grid; place-items: center;
    background: var(--canvas); color: var(--ink);
    font: var(--text-body)/1.55 "Atkinson Hyperlegible Next Variable", Verdana, system-ui, sans-serif; }
  main { max-inline-size: 34rem; padding: 2rem 1rem; }
  h1 { font-size: var(--text-h1); line-height: 1.15; letter-spacing: -0.02em; margin: 1.5rem 0 0.5rem; }
  p { color: var(--ink-muted); }
  a { display: inline-flex; align-items: center; min-block-size: var(--touch); margin-block-start: 0.5rem;
    padding-inline: 1.25rem; border-radius: var(--radius-control); background: var(--accent);
    color: var(--accent-ink); font-weight: 600; text-decoration: none; }
  a:focus-visible { outline: 2px solid var(--ink); outline-offset: 3px; box-shadow: 0 0 0 3px var(--focus); }`;

/** One file with everything in it: offline there is nothing else to load. */
export async function GET(): Promise<Response> {
  const [tokens, icon] = await Promise.all([
    readFile(join(process.cwd(), "src/styles/tokens.css"), "utf8"),
    readFile(join(process.cwd(), "public/icon.svg"), "utf8"),
  ]);
  // The empty address is the page that could not be reached.
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="/icon.svg"><title>${errors.offlineTitle}</title><style>${tokens}${style}</style></head>
<body><main>${icon}<h1>${errors.offlineTitle}</h1><p>${errors.offlineBody}</p><a href="">${errors.tryAgain}</a></main></body></html>`;
  return new Response(page, { headers: { "content-type": "text/html; charset=utf-8" } });
}
