export const trpcPath = "/api/trpc";

/** Most calls that one HTTP request may carry. */
export const maxBatchSize = 10;
