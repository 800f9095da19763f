import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/field";
import { locateWords } from "@/components/ui/locate-words";
import { NearMe } from "./near-me";
import { PlaceBox } from "./place-box";

/** A town or district to begin from; works without a script. */
export async function DutySearch({ place }: { place: string }) {
  const t = await getTranslations("duty");
  return (
    <search data-print="hide">
      <form action="/pharmacies/duty" className="grid max-w-form gap-1.5">
        <Label htmlFor="duty-place">{t("where")}</Label>
        <div className="flex flex-wrap gap-3">
          <div className="min-w-0 flex-1 basis-56">
            <PlaceBox id="duty-place" defaultValue={place} listLabel={t("places")} />
          </div>
          <Button type="submit">{t("search")}</Button>
          <NearMe words={await locateWords()} />
        </div>
      </form>
    </search>
  );
}
