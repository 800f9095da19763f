import { Building2, ShieldCheck, Stethoscope, User } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Role } from "../rules";

const icons = { patient: User, doctor: Stethoscope, pharmacy: Building2, admin: ShieldCheck };

export function RoleBadge({ role }: { role: Role }) {
  const t = useTranslations("people");
  return <Badge icon={icons[role]}>{t(`role_${role}`)}</Badge>;
}
