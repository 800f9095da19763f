import { cx } from "./cx";

type AvatarProps = { name: string; src?: string | null; size?: "sm" | "md" | "lg" };

const sizes = { sm: "size-9 text-caption", md: "size-14 text-body", lg: "size-20 text-h2" };

/** First letters of the first and last name; titles such as "Dr." are not names. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/\.$/.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}

/** The name always stands beside it, so to assistive technology the picture is nothing. */
export function Avatar({ name, src, size = "md" }: AvatarProps) {
  const shape = "shrink-0 rounded-pill bg-accent-soft";
  if (src) {
    return (
      // biome-ignore lint/performance/noImgElement: addresses are anyone's; the optimiser takes a fixed list of hosts
      <img src={src} alt="" loading="lazy" className={cx(shape, sizes[size], "object-cover")} />
    );
  }
  return (
    <span
      aria-hidden
      className={cx(shape, sizes[size], "grid place-items-center font-semibold text-accent")}
    >
      {initials(name)}
    </span>
  );
}
