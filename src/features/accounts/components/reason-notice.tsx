import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import type { Tone } from "@/components/ui/tone";

type Text = "Deactivated" | "Ended" | "SignedOut";
const reasons: Record<string, [tone: Tone, text: Text]> = {
  deactivated: ["caution", "Deactivated"],
  ended: ["info", "Ended"],
  "signed-out": ["positive", "SignedOut"],
};

/** Why someone finds themselves at the sign-in page; nothing where they came by themselves. */
export async function ReasonNotice({ reason }: { reason: string | undefined }) {
  const t = await getTranslations("accountPages");
  if (reason === "needed") return <Notice className="mb-6">{t("reasonNeeded")}</Notice>;
  const known = reasons[reason ?? ""];
  if (!known) return null;
  const [tone, text] = known;
  return (
    <Notice tone={tone} title={t(`reason${text}Title`)} className="mb-6">
      {t(`reason${text}`)}
    </Notice>
  );
}
