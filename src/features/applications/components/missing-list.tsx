import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/text-link";
import type { MissingPart } from "../rules";

/** Where on the page of the application each part is answered. */
const placeOf: Record<MissingPart, string> = {
  name: "person",
  licence: "licence",
  licenceExpired: "licence",
  qualification: "experience",
  languages: "experience",
  licenceDocument: "documents",
  identityDocument: "documents",
};

/** What an application lacks, each with the way to where it is answered. */
export async function MissingList({ missing }: { missing: readonly MissingPart[] }) {
  const t = await getTranslations("application");
  return (
    <ul className="list-disc ps-5">
      {missing.map((part) => (
        <li key={part}>
          <TextLink href={`/practice/application#${placeOf[part]}`} className="block w-fit py-2">
            {t(`missing.${part}`)}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
