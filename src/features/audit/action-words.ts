/**
 * An action as it is read: "doctor.add-document" as "Doctor: add document". Made from its name, so
 * that one that is new today needs no words of its own.
 */
export function actionWords(action: string): string {
  const [noun = "", ...verb] = action.split(".");
  const words = verb.join(" ").replace(/[-_]/g, " ");
  const said = words ? `${noun.replace(/[-_]/g, " ")}: ${words}` : noun;
  return said.charAt(0).toUpperCase() + said.slice(1);
}
