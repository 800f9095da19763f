import { z } from "zod";

export const listMessagesInput = z.object({ after: z.guid().optional() });
