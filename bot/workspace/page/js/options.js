// @ts-check
/** What a select offers, whatever its kind: options, people, conversations. */

import { plainString } from "./mrkdwn.js";

/**
 * @typedef {{ key: string, label: string, description: string, content: any }} Item `content` is
 *   what goes into the state object
 * @typedef {{ label: string, items: Item[] }} Group a group without a label is loose options
 */

/** @typedef {import("./model.js").Model} Model */

/** @param {any} option @returns {Item} */
const fromOption = (option) => ({
  key: option.value,
  label: plainString(option.text),
  description: plainString(option.description),
  content: option,
});

/**
 * @param {any} element
 * @param {Model} model
 * @returns {Group[]}
 */
export function groupsOf(element, model) {
  const kind = element.type.replace(/^multi_/, "");
  if (kind === "users_select") return [{ label: "", items: people(model) }];
  if (kind === "channels_select") return [{ label: "", items: channels(model, ["public"]) }];
  if (kind === "conversations_select") return [{ label: "", items: conversations(element, model) }];
  if (!element.option_groups) return [{ label: "", items: (element.options ?? []).map(fromOption) }];
  return element.option_groups.map((/** @type {any} */ group) => ({
    label: plainString(group.label),
    items: group.options.map(fromOption),
  }));
}

/**
 * The key of an item's content: an option's value, or an id as it is.
 * @param {any} content
 */
export const keyOfContent = (content) => (typeof content === "string" ? content : (content?.value ?? ""));

/** @param {Item} a @param {Item} b */
const byLabel = (a, b) => a.label.localeCompare(b.label, "sv");

/** @param {Model} model @returns {Item[]} */
function people(model) {
  const humans = [...model.users.values()].filter((user) => !user.is_bot);
  return humans.map((user) => item(user.id, user.real_name, user.title)).sort(byLabel);
}

/**
 * @param {Model} model
 * @param {string[]} kinds "public", "private" or "im"
 */
function channels(model, kinds) {
  const kindOf = (/** @type {any} */ one) => (one.is_im ? "im" : one.is_private ? "private" : "public");
  const fitting = [...model.channels.values()].filter((one) => kinds.includes(kindOf(one)));
  return fitting
    .map((one) => item(one.id, `${one.is_im ? "" : "#"}${model.channelLabel(one)}`))
    .sort(byLabel);
}

/**
 * @param {any} element
 * @param {Model} model
 */
const conversations = (element, model) =>
  channels(model, element.filter?.include ?? ["public", "private", "im"]);

/**
 * @param {string} id
 * @param {string} label
 * @param {string} [description]
 * @returns {Item}
 */
const item = (id, label, description = "") => ({ key: id, label, description, content: id });
