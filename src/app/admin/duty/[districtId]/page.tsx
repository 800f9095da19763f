import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageContainer } from "@/components/layout/page-container";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { AddShift } from "@/features/duty/components/add-shift";
import { Calendar } from "@/features/duty/components/calendar";
import { RotaForm } from "@/features/duty/components/rota-form";
import { fieldTextOf } from "@/features/duty/moments";
import { spanText } from "@/features/duty/span-text";
import { ClientMessages } from "@/i18n/client-messages";
import { zoneName } from "@/lib/time/format";
import { pageContext } from "@/server/page-context";
import { ApiProvider } from "@/trpc/client";
import { districtOf } from "./district-of";

type PageProps = {
  params: Promise<{ districtId: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

const read = async ({ params }: PageProps) => {
  const { districtId } = await params;
  return districtOf(districtId, `/admin/duty/${districtId}`);
};

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  return { title: (await read(props)).answers.name, robots: { index: false } };
}

/** The picture below shows them all. */
const mostGaps = 5;

export default async function DistrictPage(props: PageProps) {
  const { id, answers, today, days, cover, gaps: found, shifts } = await read(props);
  const [t, { now }, { done }] = await Promise.all([
    getTranslations("duty"),
    pageContext(),
    props.searchParams,
  ]);
  const nowMs = now.epochMilliseconds;
  const zone = answers.timezone;
  const gaps = found.filter(({ endMs }) => endMs > nowMs);
  const [first] = gaps;
  return (
    <PageContainer>
      <PageHeader
        above={<TextLink href="/admin/duty">{t("adminTitle")}</TextLink>}
        title={answers.name}
        lead={t("zoneNote", { zone: zoneName(zone, now) })}
        actions={
          <>
            <ButtonLink href={`/pharmacies/duty/${answers.slug}`} variant="secondary">
              {t("publicPage")}
            </ButtonLink>
            <ButtonLink href={`/admin/duty/${id}/edit`} variant="secondary">
              {t("edit")}
            </ButtonLink>
          </>
        }
      />
      <ClientMessages only={["duty", "form", "refusals"]}>
        <ApiProvider>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
            {done === "created" && <Notice tone="positive">{t("created")}</Notice>}
            <Section title={t("gapsTitle")}>
              {gaps.length === 0 ? (
                <p>{t("noGaps")}</p>
              ) : (
                <ul className="grid gap-1">
                  {gaps.slice(0, mostGaps).map((gap) => (
                    <li key={gap.startMs}>{t("gapEntry", { span: spanText(gap, zone) })}</li>
                  ))}
                  {gaps.length > mostGaps && (
                    <li className="text-ink-muted">
                      {t("moreGaps", { count: gaps.length - mostGaps })}
                    </li>
                  )}
                </ul>
              )}
            </Section>
            <Section title={t("rotaTitle")}>
              <Calendar
                districtId={id}
                zone={zone}
                first={today}
                {...{ days, nowMs, cover, gaps, shifts }}
              />
            </Section>
            <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-12 xl:grid-cols-2">
              <Section title={t("addTitle")}>
                <AddShift
                  districtId={id}
                  zone={zone}
                  from={first ? fieldTextOf(first.startMs, zone) : `${today}T20:00`}
                  to={first ? fieldTextOf(first.endMs, zone) : ""}
                />
              </Section>
              <Section title={t("fillTitle")}>
                <RotaForm districtId={id} zone={zone} firstDate={today} />
              </Section>
            </div>
          </div>
        </ApiProvider>
      </ClientMessages>
    </PageContainer>
  );
}
