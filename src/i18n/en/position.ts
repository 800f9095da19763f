/** Asking the device where it is. */
export const position = {
  label: "Near me",
  finding: "Finding you…",
  denied:
    "Your browser does not give your position. Allow it in the browser’s settings, or type a place.",
  unavailable: "Your device found no position. Type a place instead.",
  timeout: "Finding your position took too long. Try again, or type a place.",
} as const;
