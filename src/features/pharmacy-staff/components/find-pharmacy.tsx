import Form from "next/form";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A search that works before any script has come: its words are in the address. */
export async function FindPharmacy({ text }: { text: string }) {
  const t = await getTranslations("pharmacyStaff");
  return (
    <Form action="/pharmacy/join" role="search" className="grid gap-4">
      <Field id="find-pharmacy" label={t("findLabel")}>
        <div className="flex flex-wrap gap-3">
          <Input
            id="find-pharmacy"
            name="find"
            type="search"
            required
            maxLength={100}
            defaultValue={text}
            autoComplete="off"
            className="min-w-0 flex-1 basis-60"
          />
          <Button type="submit">{t("find")}</Button>
        </div>
      </Field>
    </Form>
  );
}
