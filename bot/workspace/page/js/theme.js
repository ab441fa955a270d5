// @ts-check
/** Light, dark, or as the computer has it. */

import { t } from "./words.js";

const STORED = "workspace.theme";
const ORDER = /** @type {const} */ (["auto", "light", "dark"]);

/** @returns {"auto" | "light" | "dark"} */
function theme() {
  const stored = localStorage.getItem(STORED);
  return stored === "light" || stored === "dark" ? stored : "auto";
}

/** Change to the next of the three. */
export function nextTheme() {
  const next = ORDER[(ORDER.indexOf(theme()) + 1) % ORDER.length];
  localStorage.setItem(STORED, next);
  if (next === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

/** What the button says: how it is now. */
export const themeButtonLabel = () =>
  ({ auto: t("themeAuto"), light: t("themeLight"), dark: t("themeDark") })[theme()];

/** The same in a word or two, for below the icon. */
export const themeShortLabel = () =>
  ({ auto: t("shortAuto"), light: t("shortLight"), dark: t("shortDark") })[theme()];

/** The icon of the present theme. */
export const themeIcon = () => ({ auto: "auto", light: "sun", dark: "moon" })[theme()];
