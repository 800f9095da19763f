import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

type PageContainerProps = { width?: "page" | "text" | "form"; children: ReactNode };

const widths = { page: "max-w-page", text: "max-w-[46rem]", form: "max-w-[38rem]" };

/** The one `<main>` of a page, and where the skip link leads. */
export function PageContainer({ width = "page", children }: PageContainerProps) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className={cx("mx-auto w-full px-4 pt-6 pb-12 sm:px-6 sm:pt-10", widths[width])}
    >
      {children}
    </main>
  );
}
