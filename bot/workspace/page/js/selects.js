// @ts-check
/** Selects with one answer, on the browser's own control: best with keyboard, phone and reader. */

import { h } from "./dom.js";
import { plainString } from "./mrkdwn.js";
import { groupsOf, keyOfContent } from "./options.js";
import { t } from "./words.js";

/** @typedef {import("./fields.js").Slot} Slot */
/** @typedef {import("./options.js").Item} Item */

/** @param {Slot} slot @returns {import("./fields.js").Field} */
export function select(slot) {
  const groups = groupsOf(slot.element, slot.surface.model);
  const items = groups.flatMap((group) => group.items);
  const empty = plainString(slot.element.placeholder) || t("choose");
  const control = h(
    "select",
    { class: "control", "data-focus": slot.mark, ...slot.aria },
    h("option", { value: "" }, empty),
    groups.map((group) => grouped(group, options(group.items))),
  );
  control.value = keyOfContent(slot.content);
  control.addEventListener("change", () => {
    const chosen = items.find((item) => item.key === control.value);
    slot.set(chosen?.content ?? null, "chosen");
  });
  return { node: h("span", { class: "select" }, control), control };
}

/** @param {Item[]} items */
const options = (items) =>
  items.map((item) =>
    h("option", { value: item.key }, item.description ? `${item.label} · ${item.description}` : item.label),
  );

/**
 * @param {import("./options.js").Group} group
 * @param {HTMLOptionElement[]} nodes
 */
const grouped = (group, nodes) => (group.label ? h("optgroup", { label: group.label }, nodes) : nodes);
