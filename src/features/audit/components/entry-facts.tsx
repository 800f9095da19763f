import { getTranslations } from "next-intl/server";
import { ViewerTime } from "@/components/time/viewer-time";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { Right } from "@/lib/rights";
import { actionWords } from "../action-words";
import { auditHref } from "../audit-url";
import { secondOf } from "../moment";
import { subjectHref } from "../policy";
import type { FullEntry } from "../store";
import { ActorName, SubjectName } from "./names";

type EntryFactsProps = { entry: FullEntry; rights: ReadonlySet<Right> };

/** Who did what to whom, when, from where and why. */
export async function EntryFacts({ entry, rights }: EntryFactsProps) {
  const t = await getTranslations("audit");
  const { at, action, address, reason, position, hash } = entry;
  return (
    <DefinitionList
      items={[
        { term: t("factWhat"), value: actionWords(action) },
        { term: t("factWho"), value: <Who entry={entry} rights={rights} /> },
        { term: t("factWhom"), value: <Whom entry={entry} rights={rights} /> },
        {
          term: t("factWhen"),
          value: (
            <>
              <time dateTime={at.toString()}>{secondOf(at)}</time>
              <ViewerTime at={at.epochMilliseconds} zone="UTC" sentence={t.raw("ownTime")} />
            </>
          ),
        },
        { term: t("factWhere"), value: address ?? t("noAddress") },
        {
          term: t("factWhy"),
          value: (
            <span className="whitespace-pre-wrap wrap-anywhere">{reason ?? t("noReason")}</span>
          ),
        },
        {
          term: t("factChain"),
          value: position && hash ? <Link position={position} hash={hash} /> : t("noLink"),
        },
      ]}
    />
  );
}

async function Link({ position, hash }: { position: number; hash: string }) {
  const t = await getTranslations("audit");
  return (
    <>
      {t("position", { position: String(position) })}{" "}
      <code className="block text-small font-normal text-ink-muted wrap-anywhere">{hash}</code>
    </>
  );
}

async function Who({ entry, rights }: EntryFactsProps) {
  const t = await getTranslations("audit");
  const { actorId, isActorThere } = entry;
  if (actorId === null) return <ActorName entry={entry} />;
  return (
    <Thing
      name={<ActorName entry={entry} />}
      id={actorId}
      page={isActorThere ? subjectHref(rights, "user", actorId) : null}
      all={{ href: auditHref({ actor: actorId }), label: t("allOfActor") }}
    />
  );
}

async function Whom({ entry, rights }: EntryFactsProps) {
  const t = await getTranslations("audit");
  const { subjectType, subjectId, subjectPageId } = entry;
  const all = auditHref({ subjectType, subject: subjectId });
  return (
    <Thing
      name={<SubjectName entry={entry} />}
      id={subjectId}
      page={subjectHref(rights, subjectType, subjectPageId)}
      all={{ href: all, label: t("allOfSubject") }}
    />
  );
}

type ThingProps = {
  name: React.ReactNode;
  id: string;
  page: string | null;
  all: { href: string; label: string };
};

/** Somebody or something: by name, by id, and where there is more about it. */
async function Thing({ name, id, page, all }: ThingProps) {
  const t = await getTranslations("audit");
  return (
    <div className="grid gap-1">
      <span className="wrap-anywhere">{name}</span>
      <code className="text-small font-normal text-ink-muted wrap-anywhere">{id}</code>
      <span className="flex flex-wrap gap-x-5 text-small font-normal">
        {page && (
          <TextLink href={page} prefetch={false} className="py-1.5">
            {t("open")}
          </TextLink>
        )}
        <TextLink href={all.href} prefetch={false} className="py-1.5">
          {all.label}
        </TextLink>
      </span>
    </div>
  );
}
