// @ts-check
/** The rich_text block: sections, lists, quotes and preformatted text. */

import { fillDate } from "./dates.js";
import { h } from "./dom.js";
import { broadcast, channelMention, codeSpan, emojiNode, outsideLink, personMention } from "./mentions.js";

/** @typedef {import("./mentions.js").Directory} Directory */

/**
 * @param {any} block
 * @param {Directory} directory
 */
export const richText = (block, directory) =>
  h(
    "div",
    { class: "text rich" },
    block.elements.map((/** @type {any} */ part) => richPart(part, directory)),
  );

/**
 * @param {any} part
 * @param {Directory} directory
 * @returns {Node}
 */
function richPart(part, directory) {
  const content = () => part.elements.map((/** @type {any} */ item) => richItem(item, directory));
  if (part.type === "rich_text_quote") return h("blockquote", {}, content());
  if (part.type === "rich_text_preformatted") return h("pre", { tabindex: "0" }, content());
  if (part.type === "rich_text_list") return richList(part, directory);
  return h("div", { class: "rich-section" }, content());
}

/**
 * @param {any} part
 * @param {Directory} directory
 */
function richList(part, directory) {
  const tag = part.style === "ordered" ? "ol" : "ul";
  const start = part.offset ? { start: part.offset + 1 } : {};
  const indent = Math.min(part.indent ?? 0, 4);
  return h(
    tag,
    { ...start, class: `rich-list indent-${indent}` },
    part.elements.map((/** @type {any} */ item) => h("li", {}, richPart(item, directory))),
  );
}

/**
 * @param {any} item
 * @param {Directory} directory
 * @returns {Node}
 */
function richItem(item, directory) {
  return styled(bareItem(item, directory), item.style ?? {});
}

/**
 * @param {any} item
 * @param {Directory} directory
 * @returns {Node}
 */
function bareItem(item, directory) {
  if (item.type === "link") return outsideLink(item.url, item.text ?? item.url);
  if (item.type === "user") return personMention(item.user_id, directory);
  if (item.type === "channel") return channelMention(item.channel_id, directory);
  if (item.type === "broadcast") return broadcast(item.range);
  if (item.type === "emoji") return emojiNode(item.name) ?? document.createTextNode(`:${item.name}:`);
  if (item.type === "date") return document.createTextNode(fillDate(item.timestamp, item.format));
  return withBreaks(item.text ?? item.value ?? "");
}

/** @param {string} text */
function withBreaks(text) {
  const fragment = document.createDocumentFragment();
  text.split("\n").forEach((line, index) => fragment.append(...(index ? [h("br"), line] : [line])));
  return fragment;
}

/**
 * @param {Node} node
 * @param {{ bold?: boolean, italic?: boolean, strike?: boolean, code?: boolean }} style
 * @returns {Node}
 */
function styled(node, style) {
  let shown = node;
  if (style.code) shown = codeSpan(node.textContent ?? "");
  if (style.strike) shown = h("s", {}, shown);
  if (style.italic) shown = h("em", {}, shown);
  if (style.bold) shown = h("strong", {}, shown);
  return shown;
}
