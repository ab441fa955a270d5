// @ts-check
/** Form fields: every element that holds a value. */

import { checkboxes, radioButtons } from "./choices.js";
import { toLocalField } from "./dates.js";
import { h, uniqueId } from "./dom.js";
import { plainString } from "./mrkdwn.js";
import { multiSelect } from "./multiselect.js";
import { select } from "./selects.js";
import { fieldKey } from "./surface.js";
import { contentOf, hasValue, initialState, stateOf } from "./values.js";
import { t } from "./words.js";

/**
 * How a field is bound to its place.
 * @typedef {object} Slot
 * @property {any} element
 * @property {import("./surface.js").Surface} surface
 * @property {any} content the present value
 * @property {string} mark identifies the field within the page, for focus
 * @property {Record<string, any>} aria label, description and required attributes of the control
 * @property {(content: any, kind: "typed" | "enter" | "chosen") => void} set take a new value
 *
 * @typedef {{ node: HTMLElement, control: HTMLElement }} Field `control` gets focus and marks
 */

/** @type {Record<string, (slot: Slot) => Field>} */
const MAKERS = {
  plain_text_input: textInput,
  number_input: numberInput,
  email_text_input: (slot) => singleLine(slot, "email", { autocomplete: "off" }),
  url_text_input: (slot) => singleLine(slot, "url", {}),
  datepicker: (slot) => pickerInput(slot, "date"),
  timepicker: (slot) => pickerInput(slot, "time"),
  datetimepicker: dateTimeInput,
  radio_buttons: radioButtons,
  checkboxes,
};

/** @param {string} type */
function makerOf(type) {
  if (type.startsWith("multi_")) return multiSelect;
  return MAKERS[type] ?? select;
}

/**
 * Build the field of an element. Its value goes into `surface.values` at once and at each change.
 * @param {any} block
 * @param {any} element
 * @param {import("./surface.js").Surface} surface
 * @param {Record<string, any>} aria
 * @param {(state: any, kind: "typed" | "enter" | "chosen") => void} changed
 * @returns {Field | null} null for an element that is not a field
 */
export function makeField(block, element, surface, aria, changed) {
  if (!hasValue(element.type)) return null;
  const key = fieldKey(block, element);
  const kept = surface.values.get(key) ?? surface.state[block.block_id]?.[element.action_id];
  const state = kept?.type === element.type ? kept : initialState(element);
  surface.values.set(key, state);
  return makerOf(element.type)({
    element,
    surface,
    aria,
    content: contentOf(state),
    mark: `${surface.id} ${key}`,
    set: (content, kind) => {
      const next = stateOf(element.type, content);
      surface.values.set(key, next);
      changed(next, kind);
    },
  });
}

/** The attributes that every control has. @param {Slot} slot */
const common = (slot) => ({ "data-focus": slot.mark, ...slot.aria });

/** @param {Slot} slot @returns {Field} */
function textInput(slot) {
  const field = slot.element.multiline ? multiLine(slot) : singleLine(slot, "text", {});
  const limit = slot.element.max_length;
  return limit ? withCounter(field, limit) : field;
}

/** @param {Slot} slot */
const typedAttributes = (slot) => ({
  placeholder: plainString(slot.element.placeholder) || null,
  ...common(slot),
});

/** @param {Slot} slot @returns {Field} */
function multiLine(slot) {
  const control = h("textarea", { class: "control", rows: "4", ...typedAttributes(slot) });
  control.value = slot.content ?? "";
  control.addEventListener("input", () => slot.set(control.value || null, "typed"));
  return { node: control, control };
}

/**
 * @param {Slot} slot
 * @param {string} type
 * @param {Record<string, any>} attributes
 * @returns {Field}
 */
function singleLine(slot, type, attributes) {
  const control = h("input", { class: "control", type, ...attributes, ...typedAttributes(slot) });
  control.value = slot.content ?? "";
  control.addEventListener("input", () => slot.set(control.value || null, "typed"));
  control.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    slot.set(control.value || null, "enter");
  });
  return { node: control, control };
}

/**
 * A text field, since the browsers' number fields drop what they can't read without a word.
 * A decimal comma is sent as the point that Slack sends.
 * @param {Slot} slot
 * @returns {Field}
 */
function numberInput(slot) {
  const field = singleLine(
    { ...slot, set: (content, kind) => slot.set(content && content.trim().replace(",", "."), kind) },
    "text",
    { inputmode: slot.element.is_decimal_allowed ? "decimal" : "numeric", autocomplete: "off" },
  );
  field.control.classList.add("control-short");
  return field;
}

/**
 * @param {Field} field
 * @param {number} limit
 * @returns {Field}
 */
function withCounter(field, limit) {
  const control = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (field.control);
  const counter = h("span", { class: "counter", id: uniqueId("counter") });
  const count = () => {
    const left = limit - control.value.length;
    counter.textContent = left < 0 ? t("charactersOver", { n: -left }) : t("charactersLeft", { n: left });
    counter.classList.toggle("over", left < 0);
  };
  count();
  control.addEventListener("input", count);
  const described = [control.getAttribute("aria-describedby"), counter.id].filter(Boolean);
  control.setAttribute("aria-describedby", described.join(" "));
  return { node: h("div", { class: "counted" }, field.node, counter), control };
}

/**
 * @param {Slot} slot
 * @param {"date" | "time"} type
 * @returns {Field}
 */
function pickerInput(slot, type) {
  const control = h("input", { class: "control control-picker", type, ...common(slot) });
  control.value = slot.content ?? "";
  control.addEventListener("change", () => slot.set(control.value || null, "chosen"));
  return { node: control, control };
}

/** @param {Slot} slot @returns {Field} */
function dateTimeInput(slot) {
  const control = h("input", { class: "control control-picker", type: "datetime-local", ...common(slot) });
  control.value = slot.content ? toLocalField(slot.content) : "";
  control.addEventListener("change", () => {
    const epoch = control.value ? Math.floor(new Date(control.value).getTime() / 1000) : null;
    slot.set(epoch, "chosen");
  });
  return { node: control, control };
}
