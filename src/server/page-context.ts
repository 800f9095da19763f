import "server-only";
import { cache } from "react";
import { createContext } from "./context";

/** One context for all that renders one page, so that the actor is read once. */
export const pageContext = cache(createContext);
