import { UserSearch } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { NextPage } from "@/components/ui/next-page";
import { requireRight } from "@/features/accounts/require";
import { FilterChoice, FilterForm, FilterText } from "@/features/people/components/filter-form";
import { PeopleList } from "@/features/people/components/people-list";
import { listHref, type RawParams, readFilter } from "@/features/people/list-url";
import { roles } from "@/features/people/rules";
import { peopleInput } from "@/features/people/schema";
import { api } from "@/trpc/server";

const here = "/admin/people";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title"), robots: { index: false } };
}

export default async function PeoplePage(props: { searchParams: Promise<RawParams> }) {
  await requireRight("people.read", here);
  const t = await getTranslations("people");
  const filter = readFilter(peopleInput, await props.searchParams);
  const { people, next } = await (await api()).people.list(filter);
  const { q, role, active } = filter;
  return (
    <PageContainer>
      <PageHeader title={t("title")} lead={t("lead")} />
      <FilterForm
        action={here}
        submit={t("search")}
        reset={t("showEveryone")}
        isFiltered={Boolean(q || role || active)}
      >
        <FilterText name="q" label={t("searchLabel")} value={q} />
        <FilterChoice
          name="role"
          label={t("role")}
          value={role}
          any={t("anyRole")}
          options={roles.map((value) => ({ value, label: t(`role_${value}`) }))}
        />
        <FilterChoice
          name="active"
          label={t("active")}
          value={active}
          any={t("anyActive")}
          options={(["on", "off"] as const).map((value) => ({
            value,
            label: t(`active_${value}`),
          }))}
        />
      </FilterForm>
      {people.length === 0 ? (
        <EmptyState icon={UserSearch} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <PeopleList people={people} />
      )}
      <NextPage
        navLabel={t("title")}
        label={t("older")}
        href={next && listHref(here, { ...filter, after: next })}
      />
    </PageContainer>
  );
}
