import type { ReactNode } from "react";
import { requireRole } from "@/features/accounts/require";
import { AdminNav } from "@/features/admin/components/admin-nav";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { rights } = await requireRole("admin", "/admin");
  return (
    <div className="mx-auto w-full max-w-[90rem] lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:[&>main]:mx-0">
      <div className="px-2 pt-2 sm:px-6 lg:px-4 lg:pt-0">
        <AdminNav rights={rights} />
      </div>
      {children}
    </div>
  );
}
