import { z } from "zod";
import { slugSchema } from "@/lib/ids";

export const insightsInput = z.object({ clinic: slugSchema.optional() });
