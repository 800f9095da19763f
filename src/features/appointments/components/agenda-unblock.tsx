"use client";

import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatDayTime, formatTime } from "@/lib/time/format";
import { trpc } from "@/trpc/client";
import { useReturnFocus } from "./agenda-focus";
import type { Blocked } from "./agenda-types";

type UnblockDialogProps = {
  blocked: Blocked;
  zone: string;
  onClose: () => void;
  onDone: () => void;
};

/** Asks before blocked time is opened to patients again. */
export function UnblockDialog({ blocked, zone, onClose, onDone }: UnblockDialogProps) {
  const t = useTranslations("agenda");
  const common = useTranslations("common");
  const unblock = trpc.agenda.unblock.useMutation({ onSuccess: onDone });
  useReturnFocus();
  const until = formatTime(Date.parse(blocked.endsAt), zone);
  const when = `${formatDayTime(Date.parse(blocked.startsAt), zone)} – ${until}`;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={blocked.note ? t("blockedNote", { note: blocked.note }) : t("unblockTitle")}
      description={t("unblockHint", { when })}
      closeLabel={common("close")}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button
            isPending={unblock.isPending}
            onClick={() => unblock.mutate({ blockId: blocked.id })}
          >
            {t("unblock")}
          </Button>
        </>
      }
    >
      {unblock.error && <RefusalNotice refusal={refusalOf(unblock.error)} />}
    </Dialog>
  );
}
