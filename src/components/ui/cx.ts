/** Joins class names; falsy ones drop out. It does not resolve conflicts: give only layout classes. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
