import { common } from "./en/common";
import { errors } from "./en/errors";
import { form } from "./en/form";
import { layout } from "./en/layout";
import { map } from "./en/map";
import { refusals } from "./en/refusals";

/**
 * Every text of the product, one namespace per feature. To add one: a file in `en/` with
 * `export const name = { ... } as const`, and its line here. `as const` lets the compiler know the
 * parameters of each message.
 */
export const messages = { common, errors, form, layout, map, refusals };

export type Namespace = keyof typeof messages;
