import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const themes = ["light", "dark"] as const;

type Pair = Record<(typeof themes)[number], string>;

function readTokens(): Map<string, Pair> {
  const pattern = /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g;
  return new Map(
    [...css.matchAll(pattern)].map(([, name = "", light = "", dark = ""]) => [
      name,
      { light, dark },
    ]),
  );
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["canvas", "surface", "surface-sunken"];
const soft = ["accent-soft", "positive-soft", "caution-soft", "critical-soft"];

const textPairs = [
  ...grounds.flatMap((ground) =>
    ["ink", "ink-muted", "accent", "accent-strong", "positive", "caution", "critical"].map(
      (text) => [text, ground],
    ),
  ),
  ...soft.flatMap((ground) => [
    ["ink", ground],
    [ground.replace("-soft", ""), ground],
  ]),
  ["ink-muted", "accent-soft"],
  ["accent-ink", "accent"],
  ["accent-ink", "accent-strong"],
  ["critical-ink", "critical"],
  ["critical-ink", "critical-strong"],
  ["map-label", "map-land"],
  ["surface", "ink"],
];

/** What must be told apart without being text: edges of controls and the focus ring. */
const shapePairs = [
  ...grounds.map((ground) => ["line-strong", ground]),
  ["focus", "accent"],
  ["focus", "ink"],
];

describe.each(themes)("%s theme", (theme) => {
  const tokens = readTokens();
  const value = (name: string) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token ${name}`);
    return token[theme];
  };

  test.each(textPairs)("%s on %s can be read (4.5:1)", (text, ground) => {
    expect(contrast(value(text ?? ""), value(ground ?? ""))).toBeGreaterThanOrEqual(4.5);
  });

  // Focus is marigold and ink together: in the dark the ink is light, and the pair may be close.
  test.each(theme === "light" ? shapePairs : shapePairs.slice(0, 3))(
    "%s beside %s can be made out (3:1)",
    (shape, ground) => {
      expect(contrast(value(shape ?? ""), value(ground ?? ""))).toBeGreaterThanOrEqual(3);
    },
  );
});
