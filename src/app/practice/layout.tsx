import type { ReactNode } from "react";
import { PracticeNav } from "@/features/practice/components/practice-nav";

export default function PracticeLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <div className="mx-auto w-full max-w-page px-2 pt-2 sm:px-6">
        <PracticeNav />
      </div>
      {children}
    </>
  );
}
