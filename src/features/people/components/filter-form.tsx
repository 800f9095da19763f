import { Search } from "lucide-react";
import Form from "next/form";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";

type FilterFormProps = {
  action: string;
  submit: string;
  /** Takes all filters off; shown while there are any. */
  reset: string;
  isFiltered: boolean;
  children: ReactNode;
};

/** Filters as a form that works before any script has come: what is looked for is in the address. */
export function FilterForm({ action, submit, reset, isFiltered, children }: FilterFormProps) {
  return (
    <search>
      <Form action={action} className="mb-6 grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {children}
        <div className="flex flex-wrap gap-3">
          <Button type="submit">
            <Search aria-hidden className="size-5" />
            {submit}
          </Button>
          {isFiltered && (
            <ButtonLink href={action} variant="quiet">
              {reset}
            </ButtonLink>
          )}
        </div>
      </Form>
    </search>
  );
}

type FilterProps = { name: string; label: string; value: string | undefined };

export function FilterText({
  name,
  label,
  value,
  type = "search",
}: FilterProps & { type?: "search" | "date" }) {
  const id = `filter-${name}`;
  return (
    <Field id={id} label={label}>
      <Input
        // Another address has other words in it; what was typed before goes.
        key={value}
        id={id}
        name={name}
        type={type}
        maxLength={type === "search" ? 100 : undefined}
        defaultValue={value}
        autoComplete="off"
      />
    </Field>
  );
}

export function FilterChoice({
  name,
  label,
  value,
  any,
  options,
}: FilterProps & { any: string; options: Option[] }) {
  const id = `filter-${name}`;
  return (
    <Field id={id} label={label}>
      <Select
        key={value}
        id={id}
        name={name}
        defaultValue={value ?? ""}
        placeholder={any}
        options={options}
      />
    </Field>
  );
}
