import { Clock, ListChecks, type LucideIcon, Users } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";

type Point = { key: "Hours" | "Profile" | "Team"; icon: LucideIcon };
const points: Point[] = [
  { key: "Hours", icon: Clock },
  { key: "Profile", icon: ListChecks },
  { key: "Team", icon: Users },
];

type Props = { signUpHref: string; signInHref: string };

/** What it is good for, for whoever is not signed in. */
export async function JoinIntroduction({ signUpHref, signInHref }: Props) {
  const t = await getTranslations("pharmacyStaff");
  return (
    <div className="grid gap-12">
      <div className="grid gap-6 sm:pt-6">
        <h1 className="max-w-[18ch] text-display">{t("joinTitle")}</h1>
        <p className="max-w-prose text-lead text-ink-muted">{t("joinIntro")}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink size="lg" href={signUpHref}>
            {t("signUp")}
          </ButtonLink>
          <ButtonLink size="lg" variant="secondary" href={signInHref}>
            {t("signIn")}
          </ButtonLink>
        </div>
      </div>
      <ul className="grid gap-6 md:grid-cols-3">
        {points.map(({ key, icon: Icon }) => (
          <li key={key} className="grid content-start gap-2">
            <span className="grid size-12 place-items-center rounded-pill bg-accent-soft text-accent">
              <Icon aria-hidden className="size-6" />
            </span>
            <h2 className="text-h3">{t(`point${key}Title`)}</h2>
            <p className="text-ink-muted">{t(`point${key}Body`)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
