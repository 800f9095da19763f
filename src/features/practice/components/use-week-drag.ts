"use client";

import { type RefObject, useEffect, useRef } from "react";
import { applyDrag, type Drag, type GridPoint, newWindowId } from "../drag";
import { type DraftWeek, minutesADay, spanOf } from "../week";

type WeekDrag = {
  grid: RefObject<HTMLDivElement | null>;
  week: DraftWeek;
  selectedId: string | null;
  onChange: (week: DraftWeek) => void;
  onSelect: (id: string | null) => void;
};

/** So long a finger rests before it draws and no longer scrolls. */
const pressMs = 350;
/** So far a pointer may slip, in pixels, before it counts as moved. */
const slip = 6;

type Press = {
  drag: Drag;
  week: DraftWeek;
  pointerId: number;
  x: number;
  y: number;
  isActive: boolean;
  hasMoved: boolean;
  timer?: ReturnType<typeof setTimeout>;
};

/**
 * Drawing in the week by mouse, pen and finger. A finger scrolls the page unless it rests first, or
 * takes hold of what is selected; see `data-*` in week-grid.tsx.
 */
export function useWeekDrag(options: WeekDrag): void {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { grid } = options;

  useEffect(() => {
    const box = grid.current;
    if (!box) return;
    const ended = new AbortController();
    let press: Press | null = null;

    function begin() {
      if (!press) return;
      press.isActive = true;
      latest.current.onSelect(press.drag.id);
      // A rest of the finger adds hours at once, so that one sees it has been understood.
      if (press.drag.kind === "add") show(press.drag.from);
    }
    function show(at: GridPoint) {
      if (press) latest.current.onChange(applyDrag(press.week, press.drag, at));
    }
    function end() {
      clearTimeout(press?.timer);
      press = null;
    }

    const on = <Name extends keyof HTMLElementEventMap>(
      name: Name,
      listener: (event: HTMLElementEventMap[Name]) => void,
    ) => box.addEventListener(name, listener, { passive: false, signal: ended.signal });

    on("pointerdown", (event) => {
      if (press || !event.isPrimary || event.button !== 0) return;
      const drag = dragAt(box, event, latest.current.week);
      const { clientX: x, clientY: y, pointerId } = event;
      press = {
        drag,
        week: latest.current.week,
        pointerId,
        x,
        y,
        isActive: false,
        hasMoved: false,
      };
      const isHeld = drag.kind !== "add" && drag.id === latest.current.selectedId;
      if (event.pointerType === "touch" && !isHeld) press.timer = setTimeout(begin, pressMs);
      box.setPointerCapture(pointerId);
    });
    on("pointermove", (event) => {
      if (event.pointerId !== press?.pointerId) return;
      press.hasMoved ||= Math.hypot(event.clientX - press.x, event.clientY - press.y) > slip;
      if (!press.hasMoved) return;
      if (!press.isActive) {
        // A finger that did not rest first scrolls the page.
        if (press.timer) return end();
        begin();
      }
      show(pointAt(box, event));
    });
    on("pointerup", (event) => {
      if (event.pointerId !== press?.pointerId) return;
      const { drag, isActive } = press;
      // A press without a drag chooses what lies there, or nothing.
      if (!isActive) latest.current.onSelect(drag.kind === "add" ? null : drag.id);
      end();
    });
    on("pointercancel", end);
    // Once a finger draws, the page must stay where it is.
    on("touchmove", (event) => {
      if (press?.isActive) event.preventDefault();
    });
    on("contextmenu", (event) => {
      if (press) event.preventDefault();
    });
    return () => {
      end();
      ended.abort();
    };
  }, [grid]);
}

function dragAt(box: HTMLElement, event: PointerEvent, week: DraftWeek): Drag {
  const target = event.target instanceof Element ? event.target : box;
  const from = pointAt(box, event);
  const id = target.closest("[data-window]")?.getAttribute("data-window");
  const edge = target.closest("[data-edge]")?.getAttribute("data-edge");
  const day = week.findIndex((windows) => windows.some((window) => window.id === id));
  const window = week[day]?.find((one) => one.id === id);
  const span = window && spanOf(window);
  if (!window || !span) return { kind: "add", from, id: newWindowId() };
  if (edge !== "start" && edge !== "end") return { kind: "move", from, id: window.id, day, span };
  return { kind: edge, from, id: window.id, day, span };
}

/** Where a pointer is: its column, and minutes by its height; below the picture is past midnight. */
function pointAt(box: HTMLElement, { clientX, clientY }: PointerEvent): GridPoint {
  const { left, top, width, height } = box.getBoundingClientRect();
  const isMirrored = getComputedStyle(box).direction === "rtl";
  const column = Math.floor(((clientX - left) / width) * 7);
  const day = Math.min(Math.max(isMirrored ? 6 - column : column, 0), 6);
  return { day, minute: ((clientY - top) / height) * minutesADay };
}
