import { ArrowRight } from "lucide-react";
import { ButtonLink } from "./button-link";

type NextPageProps = { label: string; navLabel: string; href: string | null };

/** Lists page by cursor: there is a next page or there is none; nobody needs page 37. */
export function NextPage({ label, navLabel, href }: NextPageProps) {
  if (!href) return null;
  return (
    <nav aria-label={navLabel} className="flex justify-center py-4" data-print="hide">
      <ButtonLink href={href} rel="next" variant="secondary">
        {label}
        <ArrowRight aria-hidden className="size-5 rtl:-scale-x-100" />
      </ButtonLink>
    </nav>
  );
}
