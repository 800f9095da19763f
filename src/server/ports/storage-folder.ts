import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Storage } from "./storage";
import { assertSafeKey } from "./storage-key";

/** Keeps files in a folder of this machine, for the account that runs the app alone. */
export function folderStorage(folder: string): Storage {
  const root = resolve(/* turbopackIgnore: true */ folder);
  const pathOf = (key: string) => {
    assertSafeKey(key);
    return join(root, key);
  };
  return {
    async put(key, bytes, { size }) {
      const path = pathOf(key);
      const part = `${path}.${randomUUID()}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const file = createWriteStream(part, { mode: 0o600, flush: true });
        await pipeline(Readable.from(bytes), file);
        if (file.bytesWritten !== size) throw new Error("A file came with another size than said.");
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },

    async get(key) {
      const file = await open(pathOf(key)).catch(nullIfMissing);
      if (!file) return null;
      return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>;
    },

    delete: (key) => rm(pathOf(key), { force: true }),
  };
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
