import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { Bytes, Storage } from "./storage";
import { assertSafeKey } from "./storage-key";

export type S3Settings = {
  bucket: string;
  /** Of a store that is not Amazon's. */
  endpoint?: string | undefined;
  region: string;
  /** Without keys, those of the machine it runs on. */
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
  /** The bucket in the path and not in the host's name. */
  isPathStyle: boolean;
};

/** Keeps files in a bucket of any store that speaks S3. */
export function s3Storage(settings: S3Settings): Storage {
  const { bucket: Bucket, accessKeyId, secretAccessKey } = settings;
  const client = new S3Client({
    region: settings.region,
    forcePathStyle: settings.isPathStyle,
    // Trailing checksums are Amazon's own; other stores would keep them as a part of the file.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(settings.endpoint && { endpoint: settings.endpoint }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });
  return {
    async put(Key, bytes, { size, type }) {
      assertSafeKey(Key);
      const Body = Readable.from(endingTogether(bytes, size));
      const cut = new AbortController();
      let failure: unknown;
      // An object of fewer bytes than were said is not kept: so much for "whole or not at all".
      Body.once("error", (error) => {
        failure = error;
        cut.abort();
      });
      const object = { Bucket, Key, Body, ContentLength: size, ContentType: type };
      try {
        await client.send(new PutObjectCommand(object), { abortSignal: cut.signal });
      } catch (error) {
        throw failure ?? error;
      } finally {
        // A store that answers before it has read all leaves the rest to nobody.
        Body.destroy();
      }
      if (failure) throw failure;
    },

    async get(Key) {
      assertSafeKey(Key);
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return Body?.transformToWebStream() ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },

    async delete(Key) {
      assertSafeKey(Key);
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}

/**
 * Holds each chunk back until there is a next one or the end, so that a file that fails at its very
 * end, or is of another size, never goes out whole.
 */
async function* endingTogether(bytes: Bytes, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  let length = 0;
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue;
    length += chunk.length;
    if (length > size) break;
    if (held) yield held;
    held = chunk;
  }
  if (length !== size) throw new Error("A file came with another size than said.");
  if (held) yield held;
}
