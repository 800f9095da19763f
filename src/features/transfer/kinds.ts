export const kinds = ["doctors", "clinics", "pharmacies"] as const;
export type Kind = (typeof kinds)[number];

export const mostMegabytes = 50;
export const mostBytes = mostMegabytes * 1024 * 1024;
/** Without the line of column names. */
export const mostRows = 100_000;

export const separators = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;
export type Separator = keyof typeof separators;

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/** Where a file on its way in says what it is; its name in percent signs, for headers are Latin. */
export const transferHeaders = {
  kind: "x-transfer-kind",
  name: "x-transfer-name",
  separator: "x-transfer-separator",
  encoding: "x-transfer-encoding",
  digest: "x-transfer-digest",
  likely: "x-transfer-likely",
} as const;

/** Where a file is checked and written. */
export const importPath = "/admin/transfer/import";
