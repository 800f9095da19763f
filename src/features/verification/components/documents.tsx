import { getLocale, getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { FilterChip } from "@/components/ui/filter-chip";
import { formatBytes } from "@/lib/bytes";
import { formatDate } from "@/lib/time/format";
import type { DoctorCase } from "../queries/show-doctor-case";
import { DocumentImage } from "./document-image";
import { PdfPages } from "./pdf-pages";

type DocumentsProps = { one: DoctorCase; chosen: string | undefined };

/** The documents, one of them open: a renewal's own first, else the licence. Each that is opened is a look. */
export async function Documents({ one, chosen }: DocumentsProps) {
  const [t, kinds, locale] = await Promise.all([
    getTranslations("verification"),
    getTranslations("files"),
    getLocale(),
  ]);
  const { id: doctorId, documents, renewal } = one;
  const open =
    documents.find(({ id }) => id === chosen) ??
    documents.find(({ id }) => id === renewal?.documentId) ??
    documents.find(({ kind }) => kind === "licence") ??
    documents[0];
  if (!open) return <Section title={t("documents")}>{<p>{t("noDocuments")}</p>}</Section>;
  const src = `/documents/of/${doctorId}/${open.id}`;
  const Viewer = open.type === "application/pdf" ? PdfPages : DocumentImage;
  return (
    <Section title={t("documents")}>
      <nav aria-label={t("documents")} className="flex flex-wrap gap-2">
        {documents.map(({ id, name, kind }) => (
          <FilterChip
            key={id}
            href={`/admin/doctors/${doctorId}?document=${id}`}
            isOn={id === open.id}
            scroll={false}
            title={name}
          >
            {kinds(`kinds.${kind}`)}
            {id === renewal?.documentId && `, ${t("newest")}`}
          </FilterChip>
        ))}
      </nav>
      <div>
        <h3 className="text-h3 wrap-anywhere">{open.name}</h3>
        <p className="text-small text-ink-muted">
          {t("documentFacts", {
            kind: kinds(`kinds.${open.kind}`),
            size: formatBytes(open.size, locale),
            date: formatDate(open.uploadedAt.slice(0, 10), locale, "short"),
          })}
        </p>
      </div>
      <Viewer key={open.id} src={src} name={open.name} />
    </Section>
  );
}
