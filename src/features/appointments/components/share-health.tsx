"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Checkbox } from "@/components/ui/checkbox";
import { trpc } from "@/trpc/client";
import { FactList } from "./fact-list";

type ShareHealthProps = { appointmentId: string; sharesHealth: boolean; facts: readonly string[] };

/** Whether this doctor may see the patient's health facts; said and taken back with one tap. */
export function ShareHealth({ appointmentId, sharesHealth, facts }: ShareHealthProps) {
  const t = useTranslations("appointments");
  const [isShared, setIsShared] = useState(sharesHealth);
  const share = trpc.appointments.share.useMutation({
    onSuccess: (_, saved) => setIsShared(saved.sharesHealth),
  });
  const id = useId();
  const wanted = share.isPending ? share.variables.sharesHealth : isShared;
  return (
    <div className="grid gap-2">
      <Checkbox
        label={t("shareLabel")}
        aria-describedby={id}
        checked={wanted}
        onChange={(event) =>
          !share.isPending && share.mutate({ appointmentId, sharesHealth: event.target.checked })
        }
      />
      <FactList id={id} facts={facts} />
      <p role="status" className="text-small">
        {share.isSuccess && t(isShared ? "shared" : "notShared")}
      </p>
      {share.error && <RefusalNotice refusal={refusalOf(share.error)} />}
    </div>
  );
}
