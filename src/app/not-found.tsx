import { Search } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { TextLink } from "@/components/ui/text-link";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors");
  return { title: t("notFoundTitle") };
}

/** A wrong address is mostly someone looking for a doctor: so the search is right here. */
export default async function NotFound() {
  const t = await getTranslations("errors");
  return (
    <PageContainer width="text">
      <PageHeader title={t("notFoundTitle")} lead={t("notFoundBody")} />
      <search>
        <form action="/doctors" className="flex flex-wrap items-end gap-3">
          <Field id="not-found-search" label={t("notFoundSearch")} className="min-w-64 flex-1">
            <Input id="not-found-search" type="search" name="q" autoComplete="off" />
          </Field>
          <Button type="submit">
            <Search aria-hidden className="size-5" />
            {t("notFoundButton")}
          </Button>
        </form>
      </search>
      <p className="mt-6">
        <TextLink href="/" className="inline-block py-2.5">
          {t("toStart")}
        </TextLink>
      </p>
    </PageContainer>
  );
}
