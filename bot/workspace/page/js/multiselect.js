// @ts-check
/** Selects with several answers: a button that opens a list of checkboxes below itself. */

import { h, uniqueId } from "./dom.js";
import { plainString } from "./mrkdwn.js";
import { groupsOf, keyOfContent } from "./options.js";
import { t } from "./words.js";

/** @typedef {import("./fields.js").Slot} Slot */
/** @typedef {import("./options.js").Item} Item */

const FILTER_FROM = 8;

/** @param {Slot} slot @returns {import("./fields.js").Field} */
export function multiSelect(slot) {
  const groups = groupsOf(slot.element, slot.surface.model);
  const items = groups.flatMap((group) => group.items);
  const chosen = new Set(slot.content.map(keyOfContent));
  const summary = h("span", { class: "multi-summary" });
  const panel = h("div", { class: "multi-panel", id: uniqueId("options"), hidden: true });
  const toggle = toggleButton(slot, panel, summary);
  const describe = () => summary.replaceChildren(...summaryNodes(items, chosen, slot));
  const change = (/** @type {Item} */ item, /** @type {boolean} */ on) => {
    if (on) chosen.add(item.key);
    else chosen.delete(item.key);
    describe();
    slot.set(
      items.filter((one) => chosen.has(one.key)).map((one) => one.content),
      "chosen",
    );
  };
  describe();
  fillPanel(panel, groups, chosen, change, slot.mark);
  const node = h("div", { class: "multi" }, toggle, panel);
  node.addEventListener("keydown", (event) => closeOnEscape(event, panel, toggle));
  return { node, control: toggle };
}

/**
 * @param {Slot} slot
 * @param {HTMLElement} panel
 * @param {HTMLElement} summary
 */
function toggleButton(slot, panel, summary) {
  const { "aria-required": _required, "aria-labelledby": label, ...aria } = slot.aria;
  summary.id = uniqueId("chosen");
  const toggle = h(
    "button",
    {
      type: "button",
      class: "control multi-toggle",
      "aria-expanded": "false",
      "aria-controls": panel.id,
      "aria-labelledby": label ? `${label} ${summary.id}` : null,
      "data-focus": slot.mark,
      ...aria,
    },
    summary,
  );
  toggle.addEventListener("click", () => show(panel, toggle, panel.hidden));
  return toggle;
}

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} toggle
 * @param {boolean} open
 */
function show(panel, toggle, open) {
  panel.hidden = !open;
  toggle.setAttribute("aria-expanded", String(open));
  if (open) panel.querySelector("input")?.focus();
}

/**
 * Escape closes the list, not the form around it.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} panel
 * @param {HTMLElement} toggle
 */
function closeOnEscape(event, panel, toggle) {
  if (event.key !== "Escape" || panel.hidden) return;
  event.preventDefault();
  event.stopPropagation();
  show(panel, toggle, false);
  toggle.focus();
}

/**
 * @param {Item[]} items
 * @param {Set<string>} chosen
 * @param {Slot} slot
 */
function summaryNodes(items, chosen, slot) {
  const picked = items.filter((item) => chosen.has(item.key));
  if (picked.length) return picked.map((item) => h("span", { class: "chip" }, item.label));
  return [h("span", { class: "muted" }, plainString(slot.element.placeholder) || t("chooseMany"))];
}

/**
 * @param {HTMLElement} panel
 * @param {import("./options.js").Group[]} groups
 * @param {Set<string>} chosen
 * @param {(item: Item, on: boolean) => void} change
 * @param {string} mark
 */
function fillPanel(panel, groups, chosen, change, mark) {
  const rows = groups.map((group) => groupNode(group, chosen, change, mark));
  const labels = rows.flatMap((row) => [...row.querySelectorAll("label")]);
  if (labels.length >= FILTER_FROM) panel.append(filterField(labels));
  panel.append(h("div", { class: "multi-list" }, rows));
}

/**
 * @param {import("./options.js").Group} group
 * @param {Set<string>} chosen
 * @param {(item: Item, on: boolean) => void} change
 * @param {string} mark
 */
function groupNode(group, chosen, change, mark) {
  const labels = group.items.map((item) => {
    const input = h("input", { type: "checkbox", "data-focus": `${mark} ${item.key}` });
    input.checked = chosen.has(item.key);
    input.addEventListener("change", () => change(item, input.checked));
    const description = item.description && h("span", { class: "muted" }, item.description);
    return h(
      "label",
      { class: "choice" },
      input,
      h("span", { class: "choice-body" }, h("span", {}, item.label), description),
    );
  });
  const heading = group.label && h("p", { class: "multi-heading" }, group.label);
  return h("div", { role: "group", "aria-label": group.label || null }, heading, labels);
}

/** @param {HTMLElement[]} labels */
function filterField(labels) {
  const nothing = h("p", { class: "muted multi-nothing", role: "status" });
  const input = h("input", {
    type: "search",
    class: "control",
    placeholder: t("filter"),
    "aria-label": t("filter"),
  });
  input.addEventListener("input", () => {
    const words = input.value.trim().toLocaleLowerCase("sv");
    for (const label of labels) label.hidden = !label.textContent?.toLocaleLowerCase("sv").includes(words);
    nothing.textContent = labels.every((label) => label.hidden) ? t("nothingFound") : "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  return h("div", { class: "multi-filter" }, input, nothing);
}
