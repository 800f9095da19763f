import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

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

type PlainPage = { title: string; body: string; tryAgain: string };

/**
 * One file with everything in it, for when there is nothing else to load. The empty address is the
 * page that was asked for. The texts are our own and are not escaped.
 */
export async function plainPage(
  { title, body, tryAgain }: PlainPage,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<Response> {
  // Without its colours the page says the same.
  const read = (path: string) => readFile(join(process.cwd(), path), "utf8").catch(() => "");
  const [tokens, icon] = await Promise.all([
    read("src/styles/tokens.css"),
    read("public/icon.svg"),
  ]);
  const styles = tokens + style;
  const hash = createHash("sha256").update(styles).digest("base64");
  const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="/icon.svg"><title>${title}</title><style>${styles}</style></head>
<body><main>${icon}<h1>${title}</h1><p>${body}</p><a href="">${tryAgain}</a></main></body></html>`;
  return new Response(page, {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
  });
}
