import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button-class";
import { kinds } from "../kinds";

const labels = {
  doctors: "exportDoctors",
  clinics: "exportClinics",
  pharmacies: "exportPharmacies",
} as const;

/** A file of each kind. No page behind them: nothing is fetched before somebody asks. */
export async function ExportLinks() {
  const t = await getTranslations("transfer");
  return (
    <div className="flex flex-wrap gap-3">
      {kinds.map((kind) => (
        <a
          key={kind}
          href={`/admin/transfer/export/${kind}`}
          download
          className={buttonClass({ variant: "secondary" })}
        >
          <Download aria-hidden className="size-5" />
          {t(labels[kind])}
        </a>
      ))}
    </div>
  );
}
