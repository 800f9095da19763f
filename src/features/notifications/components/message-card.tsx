import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Message } from "../store";

type MessageCardProps = {
  message: Message;
  /** Where this person's pages of appointments are; null for who has none. */
  path: "/appointments" | "/agenda" | null;
};

export function MessageCard({ message, path }: MessageCardProps) {
  const t = useTranslations("notifications");
  const { appointmentId } = message;
  return (
    <Card as="li" className="grid gap-1">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-h3">{message.title}</h2>
        {!message.isRead && <Badge tone="info">{t("unread")}</Badge>}
      </div>
      <p>{message.body}</p>
      {path && appointmentId && (
        <p>
          <TextLink href={`${path}/${appointmentId}`}>{t("open")}</TextLink>
        </p>
      )}
    </Card>
  );
}
