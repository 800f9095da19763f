import { env } from "@/env.mjs";

/** Bytes as they come. */
export type Bytes = AsyncIterable<Uint8Array>;

/** Where files are kept. Private: nobody reaches one but through us. */
export type Storage = {
  /**
   * Keeps a file of exactly `size` bytes under a key, whole or not at all: an error of `bytes` is
   * thrown on, and nothing stays.
   */
  put(key: string, bytes: Bytes, facts: { size: number; type: string }): Promise<void>;
  /** The file as it streams, or null where there is none. */
  get(key: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Twice is once. */
  delete(key: string): Promise<void>;
};

let opened: Promise<Storage> | undefined;

async function open(): Promise<Storage> {
  const { STORAGE_FOLDER, ...settings } = env();
  if (settings.STORAGE_S3_BUCKET)
    return (await import("./storage-s3")).s3Storage({
      bucket: settings.STORAGE_S3_BUCKET,
      endpoint: settings.STORAGE_S3_ENDPOINT,
      region: settings.STORAGE_S3_REGION,
      accessKeyId: settings.STORAGE_S3_ACCESS_KEY_ID,
      secretAccessKey: settings.STORAGE_S3_SECRET_ACCESS_KEY,
      isPathStyle: settings.STORAGE_S3_PATH_STYLE,
    });
  return (await import("./storage-folder")).folderStorage(STORAGE_FOLDER);
}

/** The store that the settings name. A library may be large, so it is loaded at the first use. */
export function fileStorage(): Promise<Storage> {
  opened ??= open();
  return opened;
}
