import { z } from "zod";
import { typedText } from "@/lib/text";

export type Place = {
  name: string;
  /** The name with region and country, which `resolve` reads back: "Chicago, IL, United States". */
  label: string;
  country: string;
  latitude: number;
  longitude: number;
  population: number;
};

export const suggestInput = z.object({
  text: typedText(100),
  limit: z.int().min(1).max(10).default(6),
});

export const resolveInput = z.object({ text: typedText(100) });
