import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Storage } from "./storage";
import { folderStorage } from "./storage-folder";
import { s3Storage } from "./storage-s3";

let home: string;
let server: S3rver;
const stores: Record<string, Storage> = {};
const bucket = "documents";

const s3At = (port: number, keys: { accessKeyId: string; secretAccessKey: string }) =>
  s3Storage({
    bucket,
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    isPathStyle: true,
    ...keys,
  });
let s3Port: number;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "medico24-files-"));
  const directory = join(home, "s3");
  server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory,
    configureBuckets: [{ name: bucket }],
  });
  s3Port = (await server.run()).port;
  // The keys that this server knows.
  stores["an S3 store"] = s3At(s3Port, { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" });
  stores["a folder"] = folderStorage(join(home, "folder"));
});
afterAll(async () => {
  await server.close();
  await rm(home, { recursive: true, force: true });
});

async function* chunks(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}
async function* broken() {
  yield new TextEncoder().encode("half of");
  throw new Error("the line was cut");
}
async function* brokenAtTheEnd() {
  yield new TextEncoder().encode("all of it");
  throw new Error("the line was cut");
}
async function textOf(storage: Storage, key: string): Promise<string | null> {
  const stream = await storage.get(key);
  return stream && (await new Response(stream).text());
}

describe.each(["a folder", "an S3 store"])("%s", (name) => {
  const storage = () => stores[name] as Storage;
  const pdf = (size: number) => ({ size, type: "application/pdf" });
  const newKey = () => `doctors/${randomUUID()}/${randomUUID()}`;

  test("gives back what it was given, byte for byte, until it is deleted", async () => {
    const key = newKey();
    await storage().put(key, chunks("Hello, ", "wörld"), pdf(13));
    expect(await textOf(storage(), key)).toBe("Hello, wörld");
    await storage().delete(key);
    expect(await storage().get(key)).toBeNull();
    await storage().delete(key);
  });

  test("keeps a large file whole", async () => {
    const key = newKey();
    const megabyte = new Uint8Array(1024 * 1024).fill(7);
    async function* ten() {
      for (let count = 0; count < 10; count++) yield megabyte;
    }
    await storage().put(key, ten(), pdf(10 * megabyte.length));
    const stream = await storage().get(key);
    expect((await new Response(stream).arrayBuffer()).byteLength).toBe(10 * megabyte.length);
    await storage().delete(key);
  });

  test("has nothing of a file that broke off", async () => {
    const key = newKey();
    await expect(storage().put(key, broken(), pdf(20))).rejects.toThrow("the line was cut");
    expect(await storage().get(key)).toBeNull();
  });

  test("has nothing of a file that failed after its last chunk", async () => {
    const key = newKey();
    await expect(storage().put(key, brokenAtTheEnd(), pdf(9))).rejects.toThrow("the line was cut");
    expect(await storage().get(key)).toBeNull();
  });

  test.each([3, 5])(
    "has nothing of a file of four bytes that was said to have %i",
    async (size) => {
      const key = newKey();
      await expect(storage().put(key, chunks("ab", "cd"), pdf(size))).rejects.toThrow(
        "another size",
      );
      expect(await storage().get(key)).toBeNull();
    },
  );

  test("has nothing where nothing was put", async () => {
    expect(await storage().get(newKey())).toBeNull();
  });

  test.each(["../secret", "/etc/passwd", "a//b", "a/../b", "A", "a b", "", "a\u0000", "a/", "a.b"])(
    "refuses the key %j",
    async (key) => {
      await expect(async () => storage().get(key)).rejects.toThrow("no key");
      await expect(async () => storage().put(key, chunks("x"), pdf(1))).rejects.toThrow("no key");
      await expect(async () => storage().delete(key)).rejects.toThrow("no key");
    },
  );
});

test("the folder's files are for its own account alone, and a broken one leaves no part", async () => {
  const root = join(home, "alone");
  const storage = folderStorage(root);
  await storage.put("doctors/a", chunks("x"), { size: 1, type: "image/png" });
  await expect(
    storage.put("doctors/b", chunks("xy"), { size: 1, type: "image/png" }),
  ).rejects.toThrow("another size");
  expect(await readdir(join(root, "doctors"))).toEqual(["a"]);
  expect((await stat(join(root, "doctors/a"))).mode & 0o077).toBe(0);
});

test("a store with other keys than ours says so, and does not look empty", async () => {
  const stranger = s3At(s3Port, { accessKeyId: "NOBODY", secretAccessKey: "none" });
  await expect(stranger.get("doctors/a")).rejects.toThrow();
  const megabyte = new Uint8Array(1024 * 1024);
  let isOpen = false;
  async function* upload() {
    isOpen = true;
    try {
      for (let count = 0; count < 10; count++) yield megabyte;
    } finally {
      isOpen = false;
    }
  }
  const facts = { size: 10 * megabyte.length, type: "application/pdf" };
  await expect(stranger.put("doctors/a", upload(), facts)).rejects.toThrow();
  // The rest of an upload that nobody takes is let go.
  await expect.poll(() => isOpen).toBe(false);
});
