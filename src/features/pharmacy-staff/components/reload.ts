/** Leads on with a page of its own, so that nothing shows what was; the form stays busy until then. */
export function reload(path: string): Promise<undefined> {
  window.location.assign(path);
  return new Promise(() => undefined);
}
