// @ts-check
/** Dates and times as the reader sees them: own time zone, own language. */

import { locale, t } from "./words.js";

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  date: { day: "numeric", month: "long", year: "numeric" },
  date_short: { day: "numeric", month: "short", year: "numeric" },
  date_long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

/**
 * @param {Date} date
 * @param {string} style a key of STYLES
 */
const format = (date, style) => new Intl.DateTimeFormat(locale(), STYLES[style]).format(date);

/** @param {Date} date */
const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/**
 * Whole calendar days from `now` to `date`; negative in the past.
 * @param {Date} date
 * @param {Date} now
 */
const daysApart = (date, now) => Math.round((midnight(date) - midnight(now)) / 86_400_000);

/**
 * "i dag", "i morgon" or "i går" when it fits, otherwise the date in the given style.
 * @param {Date} date
 * @param {Date} now
 * @param {string} style
 */
function pretty(date, now, style) {
  const days = daysApart(date, now);
  if (Math.abs(days) > 1) return format(date, style);
  return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(days, "day");
}

/**
 * @param {Date} date
 * @param {Date} now
 */
function ago(date, now) {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: "auto" });
  const minutes = Math.round(seconds / 60);
  if (Math.abs(minutes) < 60) return relative.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24 ? relative.format(hours, "hour") : relative.format(daysApart(date, now), "day");
}

/** @param {Date} date */
function numeric(date) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * One token of Slack's date format, or null when it is not one.
 * @param {string} token
 * @param {Date} date
 * @param {Date} now
 */
function token(token, date, now) {
  if (token === "date_num") return numeric(date);
  if (token === "ago") return ago(date, now);
  if (token === "day_divider_pretty") return pretty(date, now, "date_long");
  if (token.endsWith("_pretty")) return pretty(date, now, token.slice(0, -"_pretty".length));
  return token in STYLES ? format(date, token) : null;
}

/**
 * Fill in Slack's date tokens, for example "{date_pretty} kl. {time}".
 * @param {number} epoch seconds since 1970, UTC
 * @param {string} pattern
 * @param {Date} [now]
 */
export function fillDate(epoch, pattern, now = new Date()) {
  const date = new Date(epoch * 1000);
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => token(name, date, now) ?? whole);
}

/**
 * The whole moment in words, for a tooltip.
 * @param {number} epoch
 */
export const fullDate = (epoch) => fillDate(epoch, "{date_long} {time_secs}");

/**
 * The time of a message.
 * @param {string} ts seconds since 1970 with decimals
 */
export const clock = (ts) => format(new Date(Number(ts) * 1000), "time");

/**
 * The heading above a day's messages.
 * @param {string} ts
 * @param {Date} [now]
 */
export function dayHeading(ts, now = new Date()) {
  const date = new Date(Number(ts) * 1000);
  if (daysApart(date, now) === 0) return t("toDay");
  const words = pretty(date, now, "date_long");
  return words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1);
}

/**
 * Two moments on the same day for the reader.
 * @param {string} a
 * @param {string} b
 */
export const sameDay = (a, b) => numeric(new Date(Number(a) * 1000)) === numeric(new Date(Number(b) * 1000));

/**
 * Epoch seconds as the value of a datetime-local field.
 * @param {number} epoch
 */
export function toLocalField(epoch) {
  const date = new Date(epoch * 1000);
  return `${numeric(date)}T${date.toTimeString().slice(0, 5)}`;
}
