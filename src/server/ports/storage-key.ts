/** Lower-case words and ids between slashes: nothing that a folder or an address could misread. */
export function assertSafeKey(key: string): void {
  if (!/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/.test(key) || key.length > 200)
    throw new Error("This is no key of a file.");
}
