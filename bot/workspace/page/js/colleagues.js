// @ts-check
/** The workspace's own tool below an app's message: let the colleagues press its main button. */

import { h, uniqueId } from "./dom.js";
import { plainString } from "./mrkdwn.js";
import { t } from "./words.js";

/**
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Message} Message
 * @typedef {{ people: number, busy: boolean, said: string }} Progress
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
  const progress = progressOf(model, `${channel}/${message.ts}`, most);
  const tool = h("form", { class: "colleagues", novalidate: true });
  const draw = () => tool.replaceChildren(...parts(tool, progress, most, plainString(target.element.text)));
  tool.addEventListener("submit", (event) => {
    event.preventDefault();
    const ids = { block_id: target.block.block_id, action_id: target.element.action_id };
    if (!progress.busy) run(model, { channel, ts: message.ts, ...ids }, progress, draw);
  });
  tool.addEventListener("redraw", draw);
  draw();
  return tool;
}

/**
 * @param {Model} model
 * @param {string} key
 * @param {number} most
 */
function progressOf(model, key, most) {
  const all = PROGRESS.get(model) ?? new Map();
  PROGRESS.set(model, all);
  if (!all.has(key)) all.set(key, { people: most, busy: false, said: "" });
  return /** @type {Progress} */ (all.get(key));
}

/**
 * @param {HTMLElement} tool
 * @param {Progress} progress
 * @param {number} most
 * @param {string} button
 */
function parts(tool, progress, most, button) {
  const id = uniqueId("people");
  const number = h("input", {
    class: "control",
    id,
    type: "number",
    min: 1,
    max: most,
    inputmode: "numeric",
  });
  number.value = String(progress.people);
  number.addEventListener("input", () => {
    progress.people = Math.max(1, Math.min(most, Math.round(number.valueAsNumber) || 1));
  });
  const go = h(
    "button",
    { type: "submit", class: "button small", "aria-disabled": progress.busy ? "true" : null },
    t("colleaguesGo"),
  );
  if (progress.busy) go.setAttribute("aria-busy", "true");
  tool.setAttribute("aria-label", t("colleaguesGo"));
  return [
    h(
      "p",
      { class: "colleagues-title" },
      h("strong", {}, `${t("tryThis")}: `),
      t("colleaguesPress", { button }),
    ),
    h("div", { class: "colleagues-row" }, h("label", { for: id }, t("colleaguesHow")), number, go),
    h("p", { class: "colleagues-said", role: "status" }, progress.said),
  ];
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
  const answer = await model.post("colleagues", { ...target, people: progress.people });
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
