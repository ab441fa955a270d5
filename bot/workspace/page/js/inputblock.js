// @ts-check
/** Input blocks: label, field, hint and error. */

import { h, uniqueId } from "./dom.js";
import { makeField } from "./fields.js";
import { icon } from "./icons.js";
import { plainString, textNodes } from "./mrkdwn.js";
import { perform } from "./surface.js";
import { t } from "./words.js";

/** @typedef {import("./surface.js").Surface} Surface */

const GROUPS = ["radio_buttons", "checkboxes"];

/**
 * @param {any} block
 * @param {Surface} surface
 * @returns {HTMLElement}
 */
export function inputBlock(block, surface) {
  const { element } = block;
  const labelId = uniqueId("label");
  const hintId = uniqueId("hint");
  const errorId = uniqueId("error");
  const aria = {
    "aria-labelledby": labelId,
    "aria-describedby": block.hint ? `${hintId} ${errorId}` : errorId,
    "aria-required": block.optional ? null : "true",
  };
  const field = makeField(block, element, surface, aria, (state, kind) => {
    clearError(node);
    surface.touched?.(block);
    if (block.dispatch_action && dispatches(element, kind)) perform(surface, block, element, state);
  });
  const node = h(
    "div",
    { class: "input" },
    labelNode(block, element, labelId, field?.control),
    field?.node ?? h("p", { class: "unsupported" }, t("unsupported", { type: element.type })),
    block.hint && h("p", { class: "hint", id: hintId }, textNodes(block.hint, surface.directory)),
    h("p", { class: "error", id: errorId, hidden: true }),
  );
  field?.control.setAttribute("data-control", "");
  return node;
}

/**
 * A click on the label goes to the field, as a `label` element would do; groups and the
 * several-answers button are not labelable, so the name always comes from aria-labelledby.
 * @param {any} block
 * @param {any} element
 * @param {string} id
 * @param {HTMLElement | undefined} control
 */
function labelNode(block, element, id, control) {
  const optional = block.optional && h("span", { class: "optional" }, ` (${t("optional")})`);
  const content = [h("span", { id }, plainString(block.label)), optional];
  if (!control || GROUPS.includes(element.type)) return h("p", { class: "label" }, content);
  control.id ||= uniqueId("field");
  return h("label", { class: "label", for: control.id }, content);
}

/**
 * Whether a change is sent to the app at once: choices always, text as the block asks.
 * @param {any} element
 * @param {"typed" | "enter" | "chosen"} kind
 */
function dispatches(element, kind) {
  if (kind === "chosen") return true;
  const wanted = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  return wanted.includes(kind === "enter" ? "on_enter_pressed" : "on_character_entered");
}

/**
 * Mark a field as wrong and say why beside it.
 * @param {HTMLElement} node the block
 * @param {string} message
 */
export function showError(node, message) {
  const error = /** @type {HTMLElement} */ (node.querySelector(".error"));
  error.replaceChildren(icon("warning"), h("span", {}, message));
  error.hidden = false;
  node.querySelector("[data-control]")?.setAttribute("aria-invalid", "true");
}

/** @param {HTMLElement} node the input, or a block around it */
export function clearError(node) {
  const error = /** @type {HTMLElement | null} */ (node.querySelector(".error"));
  error?.replaceChildren();
  if (error) error.hidden = true;
  node.querySelector("[data-control]")?.removeAttribute("aria-invalid");
}
