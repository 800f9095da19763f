import type { ReactNode } from "react";
import { RoomNav } from "@/features/pharmacy-staff/components/room-nav";

export default function PharmacyRoomLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="mx-auto w-full max-w-page px-2 pt-2 sm:px-6">
        <RoomNav />
      </div>
      {children}
    </>
  );
}
