// @ts-check
/** What stands between < and > in Slack's text: links, people, channels, dates. */

import { fillDate, fullDate } from "./dates.js";
import { h } from "./dom.js";
import { emojiOf } from "./emoji.js";
import { t } from "./words.js";

/**
 * Who and what can be mentioned.
 * @typedef {object} Directory
 * @property {string} me the reader's id
 * @property {(id: string) => string | null} personName
 * @property {(id: string) => string | null} channelName without "#"; null for a channel not known
 */

const ESCAPES = /** @type {Record<string, string>} */ ({ "&lt;": "<", "&gt;": ">", "&amp;": "&" });

/**
 * Slack escapes exactly these three characters.
 * @param {string} text
 */
export const unescapeText = (text) => text.replace(/&(?:lt|gt|amp);/g, (code) => ESCAPES[code]);

/** @param {string} text */
export const codeSpan = (text) => h("code", {}, text);

/**
 * The emoji of a shortcode, or null when it is not known.
 * @param {string} name
 */
export function emojiNode(name) {
  const glyph = emojiOf(name);
  if (!glyph) return null;
  const label = name.replaceAll("_", " ");
  return h("span", { class: "emoji", role: "img", "aria-label": label }, glyph);
}

/**
 * A link that leaves the workspace. Only web and mail addresses become links.
 * @param {string} url
 * @param {...(Node | string)} label the address itself when left out
 */
export function outsideLink(url, ...label) {
  const content = label.length ? label : [url];
  if (!/^(?:https?:|mailto:)/i.test(url)) return h("span", {}, content);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, content);
}

/**
 * @param {string} inner what stands between < and >
 * @param {Directory} directory
 * @returns {Node | null} null when it is not an entity
 */
export function entityNode(inner, directory) {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? "" : inner.slice(bar + 1);
  if (target.startsWith("@")) return personMention(target.slice(1), directory, label);
  if (target.startsWith("#")) return channelMention(target.slice(1), directory, label);
  if (target.startsWith("!date^")) return dateNode(target.slice(6).split("^"), label);
  if (target.startsWith("!")) return broadcast(target.slice(1).split("^")[0], label);
  if (!/^[a-z]+:/i.test(target)) return null;
  const url = unescapeText(target);
  return label ? outsideLink(url, unescapeText(label)) : outsideLink(url, url.replace(/^mailto:/, ""));
}

/**
 * @param {string} id
 * @param {Directory} directory
 * @param {string} [label]
 */
export function personMention(id, directory, label = "") {
  const name = directory.personName(id) ?? (unescapeText(label) || id);
  const mine = id === directory.me ? " mention-me" : "";
  return h("span", { class: `mention${mine}` }, `@${name}`);
}

/**
 * @param {string} id
 * @param {Directory} directory
 * @param {string} [label]
 */
export function channelMention(id, directory, label = "") {
  const known = directory.channelName(id);
  const name = `#${known ?? (unescapeText(label) || id)}`;
  return known ? h("a", { class: "mention", href: `#/${id}` }, name) : h("span", { class: "mention" }, name);
}

/**
 * @param {string} name here, channel, everyone, or subteam
 * @param {string} label
 */
export function broadcast(name, label = "") {
  const words = /** @type {Record<string, string>} */ ({
    here: t("here"),
    channel: t("channelAll"),
    everyone: t("everyone"),
  });
  const shown = words[name] ? `@${words[name]}` : unescapeText(label) || `@${name}`;
  return h("span", { class: "mention mention-me" }, shown);
}

/**
 * @param {string[]} parts epoch, format and perhaps a link
 * @param {string} fallback shown when the time can't be read
 */
function dateNode([epoch, format, link], fallback) {
  const seconds = Number(epoch);
  if (!Number.isFinite(seconds) || !format) return document.createTextNode(unescapeText(fallback));
  const iso = new Date(seconds * 1000).toISOString();
  const shown = unescapeText(fillDate(seconds, format));
  const time = h("time", { datetime: iso, title: fullDate(seconds) }, shown);
  return link ? outsideLink(unescapeText(link), time) : time;
}
