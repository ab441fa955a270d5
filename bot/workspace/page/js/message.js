// @ts-check
/** One message of the log. */

import { avatar } from "./avatar.js";
import { renderBlocks } from "./blocks.js";
import { colleagueTool } from "./colleagues.js";
import { clock, fillDate } from "./dates.js";
import { h } from "./dom.js";
import { emojiOf } from "./emoji.js";
import { icon } from "./icons.js";
import { keyOf } from "./messagestore.js";
import { mrkdwn } from "./mrkdwn.js";
import { fileNode } from "./picture.js";
import { makeSurface } from "./surface.js";
import { t } from "./words.js";

/**
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Message} Message
 */

/**
 * @param {Model} model
 * @param {string} channel
 * @param {Message} message
 * @param {Map<string, any>} values what the reader has chosen in it
 * @param {boolean} compact follows a message by the same author
 * @returns {HTMLElement}
 */
export function messageNode(model, channel, message, values, compact) {
  if (message.notice) return noticeNode(model, channel, message);
  const user = model.users.get(message.user);
  const name = user?.real_name ?? message.user;
  const kind = [
    "message",
    compact && "compact",
    message.ephemeral && "ephemeral",
    message.is_command_echo && "echo",
  ];
  return h(
    "article",
    {
      class: kind.filter(Boolean).join(" "),
      "aria-label": t("messageBy", { name, time: clock(message.ts) }),
    },
    message.ephemeral && onlyYou(model, channel, message),
    h("div", { class: "message-side" }, compact ? timeNode(message) : avatar(user)),
    h(
      "div",
      { class: "message-main" },
      !compact && headLine(message, name, Boolean(user?.is_bot || message.bot)),
      h("div", { class: "message-body" }, body(model, channel, message, values)),
      compact && message.edited && editedNode(),
      reactions(message),
      !message.ephemeral && colleagueTool(model, channel, message),
    ),
  );
}

/**
 * @param {Message} message
 * @param {string} name
 * @param {boolean} bot
 */
const headLine = (message, name, bot) =>
  h(
    "div",
    { class: "message-head" },
    h("span", { class: "author" }, name),
    bot && h("span", { class: "badge" }, t("app")),
    timeNode(message),
    message.edited && editedNode(),
  );

const editedNode = () => h("span", { class: "edited" }, `(${t("edited")})`);

/** @param {Message} message */
const timeNode = (message) =>
  h(
    "time",
    {
      class: "time",
      datetime: isoOf(message),
      title: fillDate(Number(message.ts), "{date_long} {time_secs}"),
    },
    clock(message.ts),
  );

/** @param {Message} message */
const isoOf = (message) => new Date(Number(message.ts) * 1000).toISOString();

/**
 * @param {Model} model
 * @param {string} channel
 * @param {Message} message
 * @param {Map<string, any>} values
 */
function body(model, channel, message, values) {
  const files = (message.files ?? []).map(fileNode);
  if (message.is_command_echo) return h("code", { class: "echo-text" }, message.text);
  if (!message.blocks?.length) {
    return [h("div", { class: "text" }, mrkdwn(message.text ?? "", { directory: model.directory })), files];
  }
  const id = `${channel}/${keyOf(message)}`;
  const surface = makeSurface(model, id, { channel, ts: message.ts }, values);
  return [renderBlocks(message.blocks, surface), files];
}

/** @param {Message} message */
function reactions(message) {
  if (!message.reactions?.length) return null;
  const chips = message.reactions.map((one) => {
    const count = one.count ?? one.users?.length ?? 1;
    const glyph = emojiOf(one.name) ?? `:${one.name}:`;
    const label = t("reacted", { emoji: one.name.replaceAll("_", " "), n: count });
    return h(
      "li",
      { class: "reaction" },
      h("span", { "aria-hidden": "true" }, `${glyph} ${count}`),
      h("span", { class: "unseen" }, label),
    );
  });
  return h("ul", { class: "reactions" }, chips);
}

/**
 * @param {Model} model
 * @param {string} channel
 * @param {Message} message
 */
function onlyYou(model, channel, message) {
  const dismiss = h("button", { type: "button", class: "link-button" }, t("dismiss"));
  dismiss.addEventListener("click", () => model.messages.dismiss(channel, message));
  return h(
    "p",
    { class: "only-you" },
    icon("eye"),
    h("span", {}, t("onlyYou")),
    h("span", { "aria-hidden": "true" }, "·"),
    dismiss,
  );
}

/**
 * A line of the workspace itself, for example that a command failed.
 * @param {Model} model
 * @param {string} channel
 * @param {Message} message
 */
function noticeNode(model, channel, message) {
  const text = h("div", { class: "text" }, message.text);
  const main = h("div", { class: "message-main" }, text);
  const side = h("div", { class: "message-side" }, icon("warning"));
  const kind = { class: "message ephemeral notice", "aria-label": message.text };
  return h("article", kind, onlyYou(model, channel, message), side, main);
}
