import type { Config } from "tailwindcss";

/** Names for what src/styles/tokens.css defines; nothing else can be used as a colour or a size. */
export default {
  content: ["./src/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      canvas: "var(--canvas)",
      surface: { DEFAULT: "var(--surface)", sunken: "var(--surface-sunken)" },
      ink: { DEFAULT: "var(--ink)", muted: "var(--ink-muted)" },
      line: { DEFAULT: "var(--line)", strong: "var(--line-strong)" },
      accent: {
        DEFAULT: "var(--accent)",
        strong: "var(--accent-strong)",
        ink: "var(--accent-ink)",
        soft: "var(--accent-soft)",
      },
      positive: { DEFAULT: "var(--positive)", soft: "var(--positive-soft)" },
      caution: { DEFAULT: "var(--caution)", soft: "var(--caution-soft)" },
      critical: {
        DEFAULT: "var(--critical)",
        strong: "var(--critical-strong)",
        ink: "var(--critical-ink)",
        soft: "var(--critical-soft)",
      },
      focus: "var(--focus)",
      scrim: "var(--scrim)",
      map: "var(--map-land)",
    },
    fontFamily: {
      sans: ["Atkinson Hyperlegible Next Variable", "Atkinson Fallback", "system-ui", "sans-serif"],
    },
    fontSize: {
      caption: ["var(--text-caption)", { lineHeight: "1.4" }],
      small: ["var(--text-small)", { lineHeight: "1.5" }],
      body: ["var(--text-body)", { lineHeight: "1.55" }],
      lead: ["var(--text-lead)", { lineHeight: "1.5" }],
      h3: ["var(--text-h3)", { lineHeight: "1.3", letterSpacing: "-0.005em", fontWeight: "650" }],
      h2: ["var(--text-h2)", { lineHeight: "1.25", letterSpacing: "-0.012em", fontWeight: "650" }],
      h1: ["var(--text-h1)", { lineHeight: "1.15", letterSpacing: "-0.02em", fontWeight: "700" }],
      display: [
        "var(--text-display)",
        { lineHeight: "1.06", letterSpacing: "-0.028em", fontWeight: "700" },
      ],
    },
    borderRadius: {
      none: "0",
      control: "var(--radius-control)",
      card: "var(--radius-card)",
      pill: "999px",
    },
    boxShadow: {
      none: "none",
      raised: "var(--shadow-raised)",
      overlay: "var(--shadow-overlay)",
    },
    extend: {
      spacing: { touch: "var(--touch)" },
      maxWidth: { prose: "38rem", page: "72rem", form: "34rem" },
      animation: {
        rise: "rise 180ms cubic-bezier(0.2, 0.8, 0.2, 1)",
        breathe: "breathe 1.8s ease-in-out infinite",
      },
    },
  },
} satisfies Config;
