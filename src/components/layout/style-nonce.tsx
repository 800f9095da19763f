"use client";

import { useEffect } from "react";

/**
 * A dialog keeps the page behind it still by a style element, which the page's policy lets in only
 * with the nonce of its scripts. The library that writes it looks for the nonce here.
 */
export function StyleNonce() {
  useEffect(() => {
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
    Object.assign(window, { __webpack_nonce__: nonce });
  }, []);
  return null;
}
