// @ts-check
/** Where blocks are shown (a message, a form, the home) and what their elements do there. */

import { confirmed } from "./confirm.js";

/**
 * @typedef {object} Surface
 * @property {string} id unique prefix for the marks of its elements
 * @property {import("./mentions.js").Directory} directory
 * @property {import("./model.js").Model} model
 * @property {Map<string, any>} values current value of every element, by `fieldKey`
 * @property {(block: any, element: any, value: any) => Promise<any>} act tell the app
 * @property {any} state Slack's `state.values` of the view, or {}
 * @property {(block: any) => void} [touched] a field got a new value
 */

/**
 * The name of a field within its surface.
 * @param {any} block
 * @param {any} element
 */
export const fieldKey = (block, element) => `${block.block_id}\n${element.action_id}`;

/**
 * A surface whose elements send their actions to `target`.
 * @param {import("./model.js").Model} model
 * @param {string} id
 * @param {Record<string, string>} target `{channel, ts}` or `{view_id}`
 * @param {Map<string, any>} values
 * @param {any} [state]
 * @returns {Surface}
 */
export function makeSurface(model, id, target, values, state = {}) {
  const act = async (/** @type {any} */ block, /** @type {any} */ element, /** @type {any} */ value) => {
    const ids = { block_id: block.block_id, action_id: element.action_id };
    const answer = await model.post("action", { ...target, ...ids, value, values: nested(values) });
    if (!answer.ok) model.fail({ action: element.action_id, reason: answer.error });
  };
  return { id, directory: model.directory, model, values, act, state };
}

/**
 * Field values as Slack nests them: by block, then by action.
 * @param {Map<string, any>} values
 */
export function nested(values) {
  /** @type {Record<string, Record<string, any>>} */
  const result = {};
  for (const [key, value] of values) {
    const [block, action] = key.split("\n");
    (result[block] ??= {})[action] = value;
  }
  return result;
}

/**
 * Send an element's action after its confirmation dialog, if it has one.
 * @param {Surface} surface
 * @param {any} block
 * @param {any} element
 * @param {any} value
 * @param {(sending: () => Promise<any>) => Promise<any>} [during] wraps the sending, to show it
 * @returns {Promise<boolean>} false when the reader changed their mind
 */
export async function perform(surface, block, element, value, during = (sending) => sending()) {
  if (element.confirm && !(await confirmed(element.confirm, surface.directory))) return false;
  await during(() => surface.act(block, element, value));
  return true;
}
