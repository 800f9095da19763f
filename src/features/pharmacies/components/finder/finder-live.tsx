"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type FormEvent,
  type MouseEvent,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { Notice } from "@/components/ui/notice";
import { hrefOf } from "./form-href";
import { itemId, listId } from "./item-id";

type Finder = {
  highlightedId: string | undefined;
  highlight: (id: string | undefined) => void;
  selectedId: string | undefined;
  select: (id: string) => void;
  isPending: boolean;
  isMapOpen: boolean;
  setMapOpen: (isOpen: boolean) => void;
  go: (href: string, how?: "push" | "replace") => void;
};

const FinderContext = createContext<Finder | null>(null);

export function useFinder(): Finder {
  const finder = useContext(FinderContext);
  if (!finder) throw new Error("This belongs inside FinderLive.");
  return finder;
}

type FinderLiveProps = {
  /** The address that is shown. */
  href: string;
  offline: string;
  children: ReactNode;
};

/**
 * Keeps list and map in step, and goes from search to search without losing the map. Links and the
 * form are plain ones: without a script they lead to the same addresses.
 */
export function FinderLive({ href, offline, children }: FinderLiveProps) {
  const router = useRouter();
  const root = useRef<HTMLDivElement>(null);
  const [highlightedId, highlight] = useState<string>();
  const [selectedId, setSelectedId] = useState<string>();
  const [isMapOpen, setMapOpen] = useState(false);
  const [isOffline, setOffline] = useState(false);
  const [isPending, startTransition] = useTransition();

  // What was typed is in the new address, or was taken off it: the fields say what holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address
  useEffect(() => {
    root.current?.querySelector("form")?.reset();
    setSelectedId(undefined);
  }, [href]);

  const finder = useMemo<Finder>(
    () => ({
      highlightedId,
      highlight,
      selectedId,
      select: (id) => {
        setSelectedId(id);
        focusItem(id);
      },
      isPending,
      isMapOpen,
      setMapOpen,
      go: (to, how = "push") => {
        setOffline(!navigator.onLine);
        if (navigator.onLine) startTransition(() => router[how](to, { scroll: false }));
      },
    }),
    [highlightedId, selectedId, isPending, isMapOpen, router],
  );

  function onClickCapture(event: MouseEvent) {
    const link = (event.target as Element).closest("a");
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
    if (!link || !isPlain || new URL(link.href).pathname !== "/pharmacies") return;
    event.preventDefault();
    finder.go(link.getAttribute("href") ?? "");
    if (link.rel === "next" || link.rel === "first") document.getElementById(listId)?.focus();
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    finder.go(hrefOf(event.target as HTMLFormElement));
  }

  return (
    <FinderContext value={finder}>
      <div
        ref={root}
        onClickCapture={onClickCapture}
        onSubmit={onSubmit}
        className="grid grid-cols-[minmax(0,1fr)] gap-5"
      >
        {isOffline && (
          <Notice tone="caution" isLive>
            {offline}
          </Notice>
        )}
        {children}
      </div>
    </FinderContext>
  );
}

function focusItem(id: string): void {
  const item = document.getElementById(itemId(id));
  item?.scrollIntoView({ block: "nearest" });
  item?.querySelector("a")?.focus({ preventScroll: true });
}
