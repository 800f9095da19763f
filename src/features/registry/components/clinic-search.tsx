import { Search } from "lucide-react";
import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type ClinicSearchProps = {
  action: string;
  text: string;
  /** What else the address says. */
  kept?: Record<string, string>;
};

/** Words of a name or a town, in the address. */
export async function ClinicSearch({ action, text, kept = {} }: ClinicSearchProps) {
  const t = await getTranslations("registry");
  return (
    <search>
      <Form action={action} className="flex flex-wrap items-end gap-3">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Field id="clinic-text" label={t("search")} className="min-w-0 flex-1 basis-56">
          <Input
            id="clinic-text"
            key={text}
            name="text"
            type="search"
            defaultValue={text}
            maxLength={100}
            autoComplete="off"
          />
        </Field>
        <Button type="submit" variant="secondary">
          <Search aria-hidden className="size-5" />
          {t("searchDo")}
        </Button>
      </Form>
    </search>
  );
}
