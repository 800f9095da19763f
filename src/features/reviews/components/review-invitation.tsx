import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { ButtonLink } from "@/components/ui/button-link";
import { api } from "@/trpc/server";
import { WrittenReview } from "./written-review";

/** On a completed visit's page: the patient's review, or a calm invitation to write one. */
export async function ReviewInvitation({ appointmentId }: { appointmentId: string }) {
  const t = await getTranslations("reviews");
  const { review, refusal, doctorName } = await (await api()).reviews.ofVisit({ appointmentId });
  if (review)
    return (
      <Section title={t("yourReview")}>
        <WrittenReview review={review} doctorName={doctorName} />
      </Section>
    );
  if (refusal) return null;
  return (
    <Section title={t("inviteTitle")}>
      <p className="max-w-prose">{t("invite")}</p>
      <ButtonLink
        href={`/appointments/${appointmentId}/review`}
        variant="secondary"
        className="justify-self-start"
      >
        {t("inviteAction")}
      </ButtonLink>
    </Section>
  );
}
