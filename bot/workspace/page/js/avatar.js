// @ts-check
/** Avatars: initials on the person's colour. */

import { svg } from "./dom.js";

const DEFAULT = "5b6770";

/** @param {string} name */
const initials = (name) =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word[0].toLocaleUpperCase("sv"))
    .join("") || "?";

/**
 * Relative luminance as WCAG defines it.
 * @param {string} hex six digits
 */
function luminance(hex) {
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * @param {import("./model.js").User | undefined} user
 * @returns {SVGElement} decorative: the name always stands beside it
 */
export function avatar(user) {
  const color = /^#?[0-9a-f]{6}$/i.test(user?.color ?? "") ? String(user?.color).replace("#", "") : DEFAULT;
  if (user?.is_bot) return botAvatar();
  const ink = luminance(color) > 0.179 ? "#14201b" : "#ffffff";
  return svg(
    "svg",
    { class: "avatar", viewBox: "0 0 40 40", "aria-hidden": "true", focusable: "false" },
    svg("circle", { cx: 20, cy: 20, r: 20, fill: `#${color}` }),
    svg(
      "text",
      { x: 20, y: 20, dy: "0.36em", "text-anchor": "middle", fill: ink },
      initials(user?.real_name ?? ""),
    ),
  );
}

function botAvatar() {
  return svg(
    "svg",
    { class: "avatar avatar-bot", viewBox: "0 0 40 40", "aria-hidden": "true", focusable: "false" },
    svg("rect", { class: "bot-ground", width: 40, height: 40, rx: 12 }),
    svg("path", {
      class: "bot-bubble",
      d: "M11 12h18a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H19l-6 5v-5h-2a3 3 0 0 1-3-3v-9a3 3 0 0 1 3-3z",
    }),
    svg("circle", { class: "bot-dot", cx: 15, cy: 19.5, r: 1.9 }),
    svg("circle", { class: "bot-dot", cx: 25, cy: 19.5, r: 1.9 }),
  );
}
