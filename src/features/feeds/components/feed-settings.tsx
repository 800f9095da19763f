"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { refusalOf } from "@/components/form/refusal-of";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { trpc } from "@/trpc/client";
import { feedPath } from "../rules";
import { NewAddress } from "./new-address";

type FeedSettingsProps = {
  siteUrl: string;
  hasFeed: boolean;
  /** Only a doctor who can be booked; any other may still switch it off. */
  mayMake: boolean;
};

/** Makes, renews and switches off the address of one's calendar. */
export function FeedSettings({ siteUrl, hasFeed, mayMake }: FeedSettingsProps) {
  const t = useTranslations("feeds");
  const router = useRouter();
  const [address, setAddress] = useState<string>();
  const [asking, setAsking] = useState<"renew" | "revoke">();
  const renew = trpc.feeds.renew.useMutation({
    onSuccess: ({ secret }) => {
      setAddress(new URL(feedPath(secret), siteUrl).href);
      settle();
    },
  });
  const revoke = trpc.feeds.revoke.useMutation({
    onSuccess: () => {
      setAddress(undefined);
      settle();
    },
  });
  const settle = () => {
    setAsking(undefined);
    router.refresh();
  };
  const deed = asking === "revoke" ? revoke : renew;

  return (
    <div className="grid gap-5">
      {address && <NewAddress key={address} address={address} />}
      {revoke.isSuccess && !hasFeed && (
        // The button that was pressed is gone.
        <div ref={(said) => said?.focus()} tabIndex={-1}>
          <Notice tone="positive" isLive>
            {t("revoked")}
          </Notice>
        </div>
      )}
      {!asking && renew.error && <RefusalNotice refusal={refusalOf(renew.error)} takesFocus />}
      <div className="flex flex-wrap gap-3">
        {mayMake && !hasFeed && (
          <Button isPending={renew.isPending} onClick={() => renew.mutate()}>
            {t("make")}
          </Button>
        )}
        {mayMake && hasFeed && (
          <Button variant="secondary" onClick={() => setAsking("renew")}>
            {t("renew")}
          </Button>
        )}
        {hasFeed && (
          <Button variant="quiet" onClick={() => setAsking("revoke")}>
            {t("revoke")}
          </Button>
        )}
      </div>
      <Dialog
        title={t(asking === "revoke" ? "revokeTitle" : "renewTitle")}
        description={t(asking === "revoke" ? "revokeLead" : "renewLead")}
        closeLabel={t("close")}
        isOpen={asking !== undefined}
        onOpenChange={(isOpen) => !isOpen && setAsking(undefined)}
        actions={
          <Button
            variant={asking === "revoke" ? "critical" : "primary"}
            isPending={deed.isPending}
            onClick={() => deed.mutate()}
          >
            {t(asking === "revoke" ? "revoke" : "renew")}
          </Button>
        }
      >
        {deed.error && <RefusalNotice refusal={refusalOf(deed.error)} />}
      </Dialog>
    </div>
  );
}
