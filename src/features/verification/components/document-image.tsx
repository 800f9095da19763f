"use client";

import { useEffect, useRef, useState } from "react";
import { cx } from "@/components/ui/cx";
import { NotShown } from "./not-shown";
import { widthAt, Zoom } from "./zoom";

type DocumentImageProps = { src: string; name: string };

/** A document that is a picture. */
export function DocumentImage({ src, name }: DocumentImageProps) {
  const [hasFailed, setHasFailed] = useState(false);
  const image = useRef<HTMLImageElement>(null);
  // It may have failed before the page was alive.
  useEffect(() => {
    if (image.current?.complete && image.current.naturalWidth === 0) setHasFailed(true);
  }, []);
  if (hasFailed) return <NotShown src={src} />;
  return (
    <Zoom label={name}>
      {(zoom) => (
        // biome-ignore lint/performance/noImgElement: private, and never to be kept by an optimiser
        <img
          ref={image}
          src={src}
          alt={name}
          onError={() => setHasFailed(true)}
          className={cx("h-auto max-w-none", widthAt(zoom))}
        />
      )}
    </Zoom>
  );
}
