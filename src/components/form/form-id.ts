import { createContext, useContext } from "react";

export const FormIdContext = createContext("form");

/** Ids unlike those of any other form on the page, and the same for a field and its summary link. */
export function useFieldId(name: string): string {
  return `${useContext(FormIdContext)}-${name}`;
}
