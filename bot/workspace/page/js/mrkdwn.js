// @ts-check
/** Slack's mrkdwn as DOM nodes. */

import { h } from "./dom.js";
import { codeSpan, emojiNode, entityNode, outsideLink, unescapeText } from "./mentions.js";

/** @typedef {import("./mentions.js").Directory} Directory */
/** @typedef {{ directory: Directory, verbatim?: boolean }} Options */

const MARKS = /** @type {Record<string, "strong" | "em" | "s">} */ ({ "*": "strong", _: "em", "~": "s" });
const EMOJI = /^:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/;
const BARE_URL = /^https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]"'*_~]/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Text with mrkdwn as nodes: code fences and quotes become blocks, the rest lines.
 * @param {string} text
 * @param {Options} options
 * @returns {Node[]}
 */
export function mrkdwn(text, options) {
  const parts = text.split(/```\n?([\s\S]+?)\n?```\n?/);
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [h("pre", { tabindex: "0" }, unescapeText(plainEntities(part)))];
    return part === "" ? [] : paragraphs(part, options);
  });
}

/**
 * @param {string} text
 * @param {Options} options
 * @returns {Node[]}
 */
function paragraphs(text, options) {
  /** @type {{ quote: boolean, lines: string[] }[]} */
  const groups = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line);
    const last = groups.at(-1);
    const content = quoted ? quoted[1] : line;
    if (last && last.quote === Boolean(quoted)) last.lines.push(content);
    else groups.push({ quote: Boolean(quoted), lines: [content] });
  }
  return groups.flatMap((group) => {
    const nodes = inline(group.lines.join("\n"), options);
    return group.quote ? [h("blockquote", {}, nodes)] : nodes;
  });
}

/**
 * One run of text: emphasis, code, links, mentions, emoji and line breaks.
 * @param {string} text
 * @param {Options} options
 * @returns {Node[]}
 */
export function inline(text, options) {
  /** @type {Node[]} */
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(document.createTextNode(unescapeText(plain)));
    plain = "";
  };
  for (let at = 0; at < text.length;) {
    const found = special(text, at, options);
    if (found) {
      flush();
      nodes.push(found.node);
      at += found.length;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return nodes;
}

/**
 * What begins at a position, when it is more than a plain character.
 * @param {string} text
 * @param {number} at
 * @param {Options} options
 * @returns {{ node: Node, length: number } | null}
 */
function special(text, at, options) {
  const char = text[at];
  if (char === "\n") return { node: h("br"), length: 1 };
  if (char === "`") return code(text, at);
  if (char === "<") return entity(text, at, options);
  if (char === ":") return emoji(text, at);
  if (char in MARKS) return emphasis(text, at, options);
  if (char === "h" && !options.verbatim) return bareUrl(text, at);
  return null;
}

/**
 * @param {string} text
 * @param {number} at
 */
function code(text, at) {
  const end = text.indexOf("`", at + 1);
  const inner = text.slice(at + 1, end);
  if (end < 0 || inner.trim() === "" || inner.includes("\n")) return null;
  return { node: codeSpan(unescapeText(plainEntities(inner))), length: end + 1 - at };
}

/**
 * @param {string} text
 * @param {number} at
 * @param {Options} options
 */
function entity(text, at, options) {
  const end = text.indexOf(">", at);
  const inner = text.slice(at + 1, end);
  if (end < 0 || inner === "" || inner.includes("\n")) return null;
  const node = entityNode(inner, options.directory);
  return node && { node, length: end + 1 - at };
}

/**
 * @param {string} text
 * @param {number} at
 */
function emoji(text, at) {
  const match = EMOJI.exec(text.slice(at, at + 60));
  const node = match && emojiNode(match[1]);
  return node && match ? { node, length: match[0].length } : null;
}

/**
 * @param {string} text
 * @param {number} at
 */
function bareUrl(text, at) {
  if (at > 0 && WORD.test(text[at - 1])) return null;
  const match = BARE_URL.exec(text.slice(at));
  return match && { node: outsideLink(unescapeText(match[0])), length: match[0].length };
}

/**
 * @param {string} text
 * @param {number} at
 * @param {Options} options
 */
function emphasis(text, at, options) {
  const end = closing(text, at);
  if (end < 0) return null;
  const inner = inline(text.slice(at + 1, end), options);
  return { node: h(MARKS[text[at]], {}, inner), length: end + 1 - at };
}

/**
 * Where the mark that opens at `at` closes, or -1. As in Slack a mark stands at the edge of a
 * word, and does not reach over a line.
 * @param {string} text
 * @param {number} at
 */
function closing(text, at) {
  const mark = text[at];
  if (at > 0 && (WORD.test(text[at - 1]) || text[at - 1] === mark)) return -1;
  if (/\s/.test(text[at + 1] ?? " ") || text[at + 1] === mark) return -1;
  for (let end = at + 2; end < text.length && text[end] !== "\n"; end += 1) {
    if (text[end - 1] === "<") end = Math.max(text.indexOf(">", end), end);
    else if (text[end - 1] === "`") end = Math.max(text.indexOf("`", end), end);
    const closes = text[end] === mark && !/\s/.test(text[end - 1]);
    if (closes && !WORD.test(text[end + 1] ?? " ") && text[end + 1] !== mark) return end;
  }
  return -1;
}

/**
 * Inside code links show their label or address and nothing is clickable.
 * @param {string} text
 */
const plainEntities = (text) =>
  text.replace(/<((?:https?|mailto):[^|>]+)(?:\|([^>]+))?>/g, (_whole, url, label) => label ?? url);

/**
 * A text object (`mrkdwn` or `plain_text`) as nodes.
 * @param {any} object
 * @param {Directory} directory
 * @returns {Node[]}
 */
export function textNodes(object, directory) {
  if (!object) return [];
  if (object.type === "mrkdwn") {
    return mrkdwn(object.text, { directory, verbatim: object.verbatim });
  }
  return plainNodes(object.text, object.emoji !== false);
}

/**
 * Plain text: line breaks, and emoji shortcodes where they are on.
 * @param {string} text
 * @param {boolean} emojiOn
 * @returns {Node[]}
 */
function plainNodes(text, emojiOn) {
  return text.split("\n").flatMap((line, index) => {
    const before = index ? [h("br")] : [];
    return [...before, ...(emojiOn ? withEmoji(line) : [document.createTextNode(line)])];
  });
}

/**
 * @param {string} line
 * @returns {Node[]}
 */
const withEmoji = (line) =>
  line
    .split(/(:[a-z0-9_+'-]+:)/)
    .filter(Boolean)
    .map((part) => (part.startsWith(":") && emojiNode(part.slice(1, -1))) || document.createTextNode(part));

/**
 * A plain text object as a string, for labels, options and titles.
 * @param {any} object
 */
export const plainString = (object) =>
  object
    ? plainNodes(object.text, object.emoji !== false)
        .map((node) => node.textContent)
        .join("")
    : "";
