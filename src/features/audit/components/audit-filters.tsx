import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";
import { TidyForm } from "@/components/form/tidy-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { describedBy, Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { actionWords } from "../action-words";
import { auditHref } from "../audit-url";
import { type AuditFilter, filterNames } from "../schema";
import { subjectTypes } from "../subject-types";
import { Disclosure } from "./disclosure";

type AuditFiltersProps = {
  /** As it stands in the address, right or wrong. */
  typed: Partial<Record<keyof AuditFilter, string>>;
  /** What is wrong with which of it, in words. */
  errors: Partial<Record<keyof AuditFilter, string>>;
  actions: string[];
};

/** What of the log is shown: an ordinary form, whose answers are the address. */
export async function AuditFilters({ typed, errors, actions }: AuditFiltersProps) {
  const t = await getTranslations("audit");
  const count = filterNames.filter((name) => typed[name]).length;
  const field = (name: keyof AuditFilter) => ({ name, typed: typed[name], error: errors[name] });
  const actionOptions = actions.map((value) => ({ value, label: actionWords(value) }));
  const subjectOptions = subjectTypes.map((value) => ({ value, label: t(`subjects.${value}`) }));
  return (
    <Disclosure
      label={count > 0 ? t("filtersSet", { count }) : t("filter")}
      isOpen={Object.keys(errors).length > 0}
      className="rounded-card border border-line bg-surface print:hidden"
      labelClass="px-4 text-accent sm:px-6"
    >
      <search>
        <TidyForm
          action="/admin/audit"
          className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-2 pb-5 sm:grid-cols-2 sm:px-6 xl:grid-cols-3"
        >
          <Typed {...field("who")} label={t("who")} hint={t("whoHint")} />
          <Chosen
            {...field("action")}
            label={t("action")}
            placeholder={t("anyAction")}
            options={actionOptions}
          />
          <Chosen
            {...field("subjectType")}
            label={t("subjectType")}
            placeholder={t("anySubject")}
            options={subjectOptions}
          />
          <Typed {...field("from")} label={t("from")} type="date" />
          <Typed {...field("to")} label={t("to")} type="date" />
          <Typed {...field("text")} label={t("text")} />
          <Typed {...field("actor")} label={t("actor")} />
          <Typed {...field("subject")} label={t("subject")} />
          <Typed {...field("address")} label={t("address")} />
          <div className="flex flex-wrap gap-3 sm:col-span-2 xl:col-span-3">
            <Button type="submit">{t("apply")}</Button>
            {count > 0 && (
              <ButtonLink href={auditHref()} variant="quiet">
                {t("clear")}
              </ButtonLink>
            )}
          </div>
        </TidyForm>
      </search>
    </Disclosure>
  );
}

type FieldProps = {
  name: keyof AuditFilter;
  typed: string | undefined;
  error: string | undefined;
  label: string;
};

type TypedProps = FieldProps & { hint?: string; type?: ComponentProps<"input">["type"] };

function Typed({ name, typed, error, label, hint, type = "text" }: TypedProps) {
  const id = `audit-${name}`;
  return (
    <Field id={id} label={label} hint={hint} error={error} className="self-end">
      <Input
        // A filter taken off in the address is taken off in the form.
        key={typed}
        id={id}
        name={name}
        type={type}
        maxLength={100}
        autoComplete="off"
        defaultValue={typed}
        {...describedBy(id, { hint, error })}
      />
    </Field>
  );
}

type ChosenProps = FieldProps & { placeholder: string; options: Option[] };

function Chosen({ name, typed, error, label, placeholder, options }: ChosenProps) {
  const id = `audit-${name}`;
  return (
    <Field id={id} label={label} error={error} className="self-end">
      <Select
        key={typed}
        id={id}
        name={name}
        placeholder={placeholder}
        options={options}
        defaultValue={typed}
        {...describedBy(id, { error })}
      />
    </Field>
  );
}
