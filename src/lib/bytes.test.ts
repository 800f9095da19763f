import { expect, test } from "vitest";
import { formatBytes } from "./bytes";

test.each([
  [1, "0.1 kB"],
  [1536, "1.5 kB"],
  [300_000, "293 kB"],
  [1_500_000, "1.4 MB"],
  [10 * 1024 * 1024, "10 MB"],
])("%d bytes are %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
