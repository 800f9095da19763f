/** What a test says about a row; `undefined` is never meant, null is. */
export type Overrides<Row> = { [Key in keyof Row]?: Exclude<Row[Key], undefined> };
