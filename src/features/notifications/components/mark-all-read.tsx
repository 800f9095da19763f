"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/client";

export function MarkAllRead() {
  const t = useTranslations("notifications");
  const router = useRouter();
  const markAllRead = trpc.notifications.markAllRead.useMutation({
    onSuccess: () => router.refresh(),
  });
  return (
    <Button
      variant="secondary"
      isPending={markAllRead.isPending}
      onClick={() => markAllRead.mutate()}
    >
      {t("markAllRead")}
    </Button>
  );
}
