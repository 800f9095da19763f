/** The ids in the document by which list and map find each other. */
export const listId = "results";

/** Of a pharmacy's item in the list. */
export function itemId(id: string): string {
  return `pharmacy-${id}`;
}
