import {
  Calendar,
  Cross,
  Inbox,
  type LucideIcon,
  Search,
  ShieldCheck,
  Stethoscope,
  Store,
} from "lucide-react";
import type { messages } from "@/i18n/messages";
import type { Viewer } from "./viewer";

export type NavItem = {
  href: string;
  key: keyof (typeof messages)["layout"];
  icon: LucideIcon;
  hasUnread?: boolean;
};

const nearby: NavItem = { href: "/pharmacies", key: "pharmacies", icon: Cross };
const find: NavItem = { href: "/doctors", key: "findDoctor", icon: Search };
const inbox: NavItem = { href: "/messages", key: "messages", icon: Inbox, hasUnread: true };

const own: Record<Viewer["role"], NavItem[]> = {
  patient: [{ href: "/appointments", key: "appointments", icon: Calendar }],
  doctor: [
    { href: "/agenda", key: "agenda", icon: Calendar },
    { href: "/practice", key: "practice", icon: Stethoscope },
  ],
  admin: [{ href: "/admin", key: "administration", icon: ShieldCheck }],
  pharmacy: [{ href: "/pharmacy", key: "ownPharmacy", icon: Store }],
};

/** Where someone can go from any page, most used first. */
export function navItems(viewer: Viewer | null): NavItem[] {
  return viewer ? [find, nearby, ...own[viewer.role], inbox] : [find, nearby];
}
