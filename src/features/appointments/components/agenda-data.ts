"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { formatDayTime } from "@/lib/time/format";
import { trpc } from "@/trpc/client";
import { useAgendaChanges } from "./agenda-live";
import { type News, newsOf } from "./agenda-news";
import { atClinic } from "./agenda-place";
import type { AgendaPlace, AgendaRange } from "./agenda-types";

/** Long enough to be seen by someone who was with a patient. */
const freshFor = 60_000;
/** More at once is not told one by one; the agenda shows it. */
const mostTold = 5;

/** The days around a place as they are now: what the page came with, and every change since. */
export function useAgendaData(initial: AgendaRange, place: AgendaPlace) {
  const input = { from: initial.days[0] ?? place.date, days: initial.days.length };
  const utils = trpc.useUtils();
  const query = trpc.agenda.range.useQuery(input, { initialData: initial });
  const reload = () => void utils.agenda.range.invalidate();
  const state = useAgendaChanges(reload);
  const data = query.data;
  const news = useNews(data);
  const write = useWriter(atClinic(data, place.clinic).zone);
  return {
    data,
    state,
    reload,
    fresh: new Set(news.map(({ visit }) => visit.id)),
    news: news.slice(0, mostTold).map(write),
  };
}

/** What has changed in the same days since they were last seen; forgotten after some seconds. */
function useNews(data: AgendaRange): News[] {
  const [news, setNews] = useState<News[]>([]);
  const seen = useRef(data);
  useEffect(() => {
    const before = seen.current;
    seen.current = data;
    if (before === data || before.days[0] !== data.days[0]) return;
    const found = newsOf(before.appointments, data.appointments);
    if (found.length > 0) setNews(found);
  }, [data]);
  useEffect(() => {
    if (news.length === 0) return;
    const timer = setTimeout(setNews, freshFor, []);
    return () => clearTimeout(timer);
  }, [news]);
  return news;
}

function useWriter(zone: string) {
  const t = useTranslations("agenda");
  const words = useTranslations("appointments");
  return ({ kind, visit }: News): string => {
    const when = formatDayTime(Date.parse(visit.startsAt), zone);
    const patient = visit.patientName ?? t("patientGone");
    return kind === "changed"
      ? t("news_changed", { when, patient, status: words(`status_${visit.status}`) })
      : t(`news_${kind}`, { when, patient });
  };
}
