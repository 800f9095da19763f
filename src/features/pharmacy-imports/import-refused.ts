/** A "no" to a file as a whole, in one sentence for the person at the console. */
export class ImportRefused extends Error {}
