import { accountPages } from "./en/account-pages";
import { accounts } from "./en/accounts";
import { admin } from "./en/admin";
import { administrators } from "./en/administrators";
import { agenda } from "./en/agenda";
import { application } from "./en/application";
import { appointments } from "./en/appointments";
import { audit } from "./en/audit";
import { changes } from "./en/changes";
import { clinic } from "./en/clinic";
import { common } from "./en/common";
import { doctor } from "./en/doctor";
import { duplicates } from "./en/duplicates";
import { duty } from "./en/duty";
import { errors } from "./en/errors";
import { feeds } from "./en/feeds";
import { figures } from "./en/figures";
import { files } from "./en/files";
import { finder } from "./en/finder";
import { forDoctors } from "./en/for-doctors";
import { form } from "./en/form";
import { hours } from "./en/hours";
import { insights } from "./en/insights";
import { layout } from "./en/layout";
import { licences } from "./en/licences";
import { map } from "./en/map";
import { notifications } from "./en/notifications";
import { offers } from "./en/offers";
import { openingHours } from "./en/opening-hours";
import { people } from "./en/people";
import { pharmacy } from "./en/pharmacy";
import { pharmacyStaff } from "./en/pharmacy-staff";
import { position } from "./en/position";
import { practice } from "./en/practice";
import { proposals } from "./en/proposals";
import { refusals } from "./en/refusals";
import { registry } from "./en/registry";
import { reviews } from "./en/reviews";
import { search } from "./en/search";
import { start } from "./en/start";
import { transfer } from "./en/transfer";
import { verification } from "./en/verification";

/**
 * Every text of the product, one namespace per feature. To add one: a file in `en/` with
 * `export const name = { ... } as const`, and its line here. `as const` lets the compiler know the
 * parameters of each message.
 */
export const messages = {
  accountPages,
  accounts,
  admin,
  administrators,
  application,
  agenda,
  appointments,
  audit,
  changes,
  common,
  duplicates,
  duty,
  errors,
  figures,
  files,
  finder,
  forDoctors,
  feeds,
  form,
  hours,
  insights,
  layout,
  licences,
  map,
  notifications,
  people,
  pharmacy,
  pharmacyStaff,
  position,
  practice,
  proposals,
  refusals,
  registry,
  reviews,
  clinic,
  doctor,
  offers,
  openingHours,
  search,
  start,
  transfer,
  verification,
};

export type Namespace = keyof typeof messages;
