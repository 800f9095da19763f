import { getTranslations } from "next-intl/server";

export async function UnreadCount({ count }: { count: number }) {
  if (count === 0) return null;
  const t = await getTranslations("layout");
  return (
    <span className="rounded-pill bg-accent px-2 py-px text-caption font-semibold tabular-nums text-accent-ink">
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("unread", { count })}</span>
    </span>
  );
}
