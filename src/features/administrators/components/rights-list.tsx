import { useTranslations } from "next-intl";
import { type Grants, moduleOf, modules, rights } from "@/lib/rights";
import { rightKey } from "../form-schema";
import { sourceOf } from "../rules";
import { SourceMark } from "./source-mark";

/** Every right of every room, to look at. */
export function RightsList({ grants }: { grants: Grants | null }) {
  const t = useTranslations("administrators");
  return modules.map((module) => (
    <div key={module}>
      <h3 className="text-h3">{t(`module_${module}`)}</h3>
      <ul className="divide-y divide-line">
        {rights
          .filter((right) => moduleOf(right) === module)
          .map((right) => (
            <li key={right} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-2">
              <span className="font-medium">{t(`right_${rightKey(right)}`)}</span>
              <SourceMark label={t("colNow")} source={sourceOf(grants, right)} />
            </li>
          ))}
      </ul>
    </div>
  ));
}
