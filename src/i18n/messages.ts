import { accountPages } from "./en/account-pages";
import { accounts } from "./en/accounts";
import { appointments } from "./en/appointments";
import { common } from "./en/common";
import { errors } from "./en/errors";
import { form } from "./en/form";
import { layout } from "./en/layout";
import { map } from "./en/map";
import { notifications } from "./en/notifications";
import { refusals } from "./en/refusals";

/**
 * Every text of the product, one namespace per feature. To add one: a file in `en/` with
 * `export const name = { ... } as const`, and its line here. `as const` lets the compiler know the
 * parameters of each message.
 */
export const messages = {
  accountPages,
  accounts,
  appointments,
  common,
  errors,
  form,
  layout,
  map,
  notifications,
  refusals,
};

export type Namespace = keyof typeof messages;
