// @ts-check
/** The page's own line icons, drawn on a 24 × 24 grid. */

import { svg } from "./dom.js";

/** @type {Record<string, string>} */
const PATHS = {
  hash: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  back: "M14.5 5.5 8 12l6.5 6.5",
  send: "M4.5 12h14M12.5 6l6 6-6 6",
  sun: "M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10",
  auto: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M12 4v16M12 8h4.5M12 12h7.5M12 16h4.5",
  globe:
    "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16M4 12h16M12 4c2.8 2.2 4 5 4 8s-1.2 5.8-4 8c-2.8-2.2-4-5-4-8s1.2-5.8 4-8",
  restart: "M5 12a7 7 0 1 0 2.2-5.1M4.5 4.5v4h4",
  tips: "M9.5 17.5h5M10.5 20.5h3M8.5 14.5a5.5 5.5 0 1 1 7 0c-.7.6-1 1.2-1 2h-5c0-.8-.3-1.4-1-2",
  dots: "M6 12h.01M12 12h.01M18 12h.01",
  eye: "M3 12c2.4-4 5.4-6 9-6s6.6 2 9 6c-2.4 4-5.4 6-9 6s-6.6-2-9-6M12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5",
  people:
    "M9 5.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6M3.5 19c.4-3.3 2.4-5 5.5-5s5.1 1.7 5.5 5M15.5 6a2.7 2.7 0 0 1 0 5.2M17 14.3c2 .6 3.2 2.2 3.5 4.7",
  swap: "M7 8h11l-3-3M17 16H6l3 3",
  warning: "M12 4.5 21 19.5H3zM12 10v4.5M12 17h.01",
  down: "M12 5v13M6 12.5l6 6 6-6",
  newTab: "M13 5h6v6M19 5l-8 8M10 6H6v12h12v-4",
  file: "M7 4h7l4 4v12H7zM14 4v4h4",
};

/**
 * A decorative icon; the words beside it, or the button's label, carry the meaning.
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  return svg(
    "svg",
    { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] }),
  );
}
