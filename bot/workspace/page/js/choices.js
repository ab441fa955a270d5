// @ts-check
/** Radio buttons and checkboxes. */

import { h, uniqueId } from "./dom.js";
import { plainString, textNodes } from "./mrkdwn.js";

/** @typedef {import("./fields.js").Slot} Slot */
/** @typedef {import("./fields.js").Field} Field */

const SHORT = 2;

/** A scale such as 1 to 7 stands in one row. @param {any[]} options */
const isScale = (options) =>
  options.length > 2 && options.every((one) => !one.description && plainString(one.text).length <= SHORT);

/** @param {Slot} slot @returns {Field} */
export function radioButtons(slot) {
  const { options } = slot.element;
  const scale = isScale(options);
  const group = h("div", {
    class: scale ? "choices scale" : "choices",
    role: "radiogroup",
    tabindex: "-1",
    ...slot.aria,
  });
  const name = uniqueId("radio");
  for (const option of options) {
    const checked = slot.content?.value === option.value;
    const input = choiceInput("radio", name, checked, `${slot.mark} ${option.value}`);
    input.addEventListener("change", () => slot.set(option, "chosen"));
    group.append(choice(input, option, slot));
  }
  return { node: group, control: group };
}

/** @param {Slot} slot @returns {Field} */
export function checkboxes(slot) {
  const { options } = slot.element;
  const { "aria-required": _required, ...aria } = slot.aria;
  const group = h("div", { class: "choices", role: "group", tabindex: "-1", ...aria });
  const chosen = new Set(slot.content.map((/** @type {any} */ one) => one.value));
  for (const option of options) {
    const input = choiceInput("checkbox", "", chosen.has(option.value), `${slot.mark} ${option.value}`);
    input.addEventListener("change", () => {
      if (input.checked) chosen.add(option.value);
      else chosen.delete(option.value);
      slot.set(
        options.filter((/** @type {any} */ one) => chosen.has(one.value)),
        "chosen",
      );
    });
    group.append(choice(input, option, slot));
  }
  return { node: group, control: group };
}

/**
 * @param {"radio" | "checkbox"} type
 * @param {string} name
 * @param {boolean} checked
 * @param {string} mark
 */
function choiceInput(type, name, checked, mark) {
  const input = h("input", { type, name, "data-focus": mark });
  input.checked = checked;
  return input;
}

/**
 * @param {HTMLInputElement} input
 * @param {any} option
 * @param {Slot} slot
 */
function choice(input, option, slot) {
  const text = h("span", { class: "choice-text" }, textNodes(option.text, slot.surface.directory));
  if (!option.description) return h("label", { class: "choice" }, input, text);
  const id = uniqueId("description");
  input.setAttribute("aria-describedby", id);
  const description = textNodes(option.description, slot.surface.directory);
  const wide = h("span", { class: "choice-body" }, text, h("span", { class: "muted", id }, description));
  return h("label", { class: "choice" }, input, wide);
}
