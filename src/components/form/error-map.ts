import type { Messages, NamespacedTranslator } from "./translator";

type Issue = {
  code?: string;
  input?: unknown;
  origin?: string;
  format?: string;
  expected?: string;
  minimum?: number | bigint | string;
  maximum?: number | bigint | string;
};

type ErrorKey = keyof Messages["errors"];

const formats: Record<string, ErrorKey> = {
  email: "email",
  url: "url",
  date: "date",
  e164: "phone",
};

function tooSmall(issue: Issue): ErrorKey {
  if (issue.origin === "array" || issue.origin === "set") return "tooFew";
  if (issue.origin !== "string") return issue.origin === "date" ? "date" : "tooSmall";
  return issue.input === "" ? "required" : "tooShort";
}

function tooBig(issue: Issue): ErrorKey {
  if (issue.origin === "array" || issue.origin === "set") return "tooMany";
  if (issue.origin !== "string") return issue.origin === "date" ? "date" : "tooBig";
  return "tooLong";
}

/**
 * Which of our sentences says what Zod found. An empty answer is "required", unless there was
 * something to choose from.
 */
export function errorKey(issue: Issue): ErrorKey {
  if (issue.code === "invalid_value") return issue.input === false ? "accept" : "choose";
  const isEmpty = issue.input === "" || issue.input === undefined || issue.input === null;
  if (isEmpty && issue.code !== "custom") return "required";
  switch (issue.code) {
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_format":
      return formats[issue.format ?? ""] ?? "format";
    case "invalid_type":
      return issue.expected === "number" || issue.expected === "int" ? "number" : "required";
    default:
      return "invalid";
  }
}

/** Zod's error map for one form, in the language of the page. */
export function errorMap(t: NamespacedTranslator) {
  return (issue: Issue): string => {
    const key = errorKey(issue);
    return t(`errors.${key}`, {
      minimum: Number(issue.minimum ?? 0),
      maximum: Number(issue.maximum ?? 0),
    });
  };
}

/** A message from a schema or the server: the name of one of our sentences, or a sentence already. */
export function sentence(t: NamespacedTranslator, message: string): string {
  const key = message.replace(/^(form\.)?errors\./, "") as ErrorKey;
  return t.has(`errors.${key}`) ? t(`errors.${key}`, { minimum: 0, maximum: 0 }) : message;
}
