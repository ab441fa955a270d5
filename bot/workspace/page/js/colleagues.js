// @ts-check
/** The workspace's own tool below an app's message: let the colleagues press its main button. */

import { Unreachable } from "./api.js";
import { h, keepFocus, uniqueId } from "./dom.js";
import { plainString } from "./mrkdwn.js";
import { t } from "./words.js";

/**
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Message} Message
 * @typedef {{ people: number | null, left: number, busy: boolean, said: string }} Progress `people` is
 *   how many the reader has asked for, `left` how many have not answered by hand
 */

/** @type {WeakMap<Model, Map<string, Progress>>} survives that the message is drawn anew */
const PROGRESS = new WeakMap();

/**
 * The first main button of a message, with its block.
 * @param {any[]} blocks
 */
function mainButton(blocks) {
  for (const block of blocks) {
    for (const element of [block.accessory, ...(block.elements ?? [])]) {
      const main = element?.type === "button" && element.style === "primary" && !element.url;
      if (main) return { block, element };
    }
  }
  return null;
}

/**
 * Everybody in the channel but the reader, guests and the app.
 * @param {Model} model
 * @param {string} channel
 */
function colleagues(model, channel) {
  const members = model.channels.get(channel)?.members ?? [];
  const takesPart = (/** @type {any} */ user) => user && !user.is_bot && !user.is_restricted;
  return members.filter((id) => id !== model.me.id && takesPart(model.users.get(id))).length;
}

/**
 * @param {Model} model
 * @param {string} channel
 * @param {Message} message
 * @returns {HTMLElement | null} null where there is nothing to press, or nobody to press it
 */
export function colleagueTool(model, channel, message) {
  const target = message.bot ? mainButton(message.blocks ?? []) : null;
  const most = colleagues(model, channel);
  if (!target || most === 0 || model.channels.get(channel)?.is_im) return null;
  const key = `${channel}/${message.ts}`;
  const progress = progressOf(model, key, most);
  const tool = h("form", { class: "colleagues", novalidate: true, "aria-label": t("colleaguesGo") });
  const words = plainString(target.element.text);
  const draw = () => keepFocus(tool, () => tool.replaceChildren(...parts(key, progress, words)));
  tool.addEventListener("submit", (event) => {
    event.preventDefault();
    const ids = { block_id: target.block.block_id, action_id: target.element.action_id };
    if (!progress.busy) run(model, { channel, ts: message.ts, ...ids }, progress, draw);
  });
  tool.addEventListener("redraw", draw);
  tool.addEventListener("recount", () => recount(model, channel, message.ts, progress, draw));
  draw();
  recount(model, channel, message.ts, progress, draw);
  return tool;
}

/** Somebody has answered by hand: every tool offers those who are left. */
export function recountColleagues() {
  for (const tool of document.querySelectorAll(".colleagues")) tool.dispatchEvent(new Event("recount"));
}

/**
 * @param {Model} model
 * @param {string} channel
 * @param {string} ts
 * @param {Progress} progress
 * @param {() => void} draw
 */
async function recount(model, channel, ts, progress, draw) {
  const left = await leftOf(model, channel, ts);
  if (left === undefined || left === progress.left) return;
  progress.left = left;
  draw();
}

/**
 * How many have not answered by hand yet; undefined when the workspace does not say.
 * @param {Model} model
 * @param {string} channel
 * @param {string} ts
 * @returns {Promise<number | undefined>}
 */
async function leftOf(model, channel, ts) {
  try {
    return (await model.api.get("colleagues", { channel, ts })).left;
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return undefined;
  }
}

/**
 * How many are let answer: as many as asked for, or all who are left.
 * @param {Progress} progress
 */
const peopleOf = ({ people, left }) => Math.max(1, Math.min(people ?? left, left));

/**
 * @param {Model} model
 * @param {string} key
 * @param {number} most
 */
function progressOf(model, key, most) {
  const all = PROGRESS.get(model) ?? new Map();
  PROGRESS.set(model, all);
  if (!all.has(key)) all.set(key, { people: null, left: most, busy: false, said: "" });
  return /** @type {Progress} */ (all.get(key));
}

/**
 * @param {string} key
 * @param {Progress} progress
 * @param {string} button
 */
const parts = (key, progress, button) => [
  h("p", { class: "colleagues-title" }, h("strong", {}, `${t("tryThis")}: `), t("colleaguesPress", { button })),
  progress.left > 0 ? controls(key, progress) : h("p", {}, t("colleaguesNone")),
  h("p", { class: "colleagues-said", role: "status" }, progress.said),
];

/**
 * @param {string} key
 * @param {Progress} progress
 */
function controls(key, progress) {
  const id = uniqueId("people");
  const number = h("input", {
    class: "control",
    id,
    type: "number",
    min: 1,
    max: progress.left,
    "data-focus": `colleagues number ${key}`,
    inputmode: "numeric",
  });
  number.value = String(peopleOf(progress));
  number.addEventListener("input", () => {
    progress.people = Math.max(1, Math.round(number.valueAsNumber) || 1);
  });
  const busy = progress.busy ? "true" : null;
  const attributes = { type: "submit", class: "button small", "aria-disabled": busy, "aria-busy": busy };
  const go = h("button", { ...attributes, "data-focus": `colleagues go ${key}` }, t("colleaguesGo"));
  return h("div", { class: "colleagues-row" }, h("label", { for: id }, t("colleaguesHow")), number, go);
}

/**
 * @param {Model} model
 * @param {Record<string, string>} target
 * @param {Progress} progress
 * @param {() => void} draw
 */
async function run(model, target, progress, draw) {
  Object.assign(progress, { busy: true, said: t("colleaguesBusy") });
  draw();
  const answer = await model.post("colleagues", { ...target, people: peopleOf(progress) });
  Object.assign(progress, { busy: false, said: outcome(model, answer) });
  draw();
  for (const other of document.querySelectorAll(".colleagues")) other.dispatchEvent(new Event("redraw"));
}

/**
 * @param {Model} model
 * @param {any} answer
 */
function outcome(model, answer) {
  if (!answer.ok) return t("colleaguesFailed", { reason: model.reason(answer.error) });
  return answer.answered === 1 ? t("colleaguesOne") : t("colleaguesDone", { n: answer.answered });
}
