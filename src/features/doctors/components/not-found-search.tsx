import { Search } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The search, right where an address led nowhere. */
export async function NotFoundSearch() {
  const t = await getTranslations("errors");
  return (
    <search>
      <form action="/doctors" className="flex flex-wrap items-end gap-3">
        <Field id="not-found-search" label={t("notFoundSearch")} className="min-w-64 flex-1">
          <Input id="not-found-search" type="search" name="q" maxLength={100} autoComplete="off" />
        </Field>
        <Button type="submit">
          <Search aria-hidden className="size-5" />
          {t("notFoundButton")}
        </Button>
      </form>
    </search>
  );
}
