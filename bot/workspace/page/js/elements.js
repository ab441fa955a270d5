// @ts-check
/** Elements that act at once: buttons, overflow menus, and fields outside of input blocks. */

import { h, uniqueId } from "./dom.js";
import { makeField } from "./fields.js";
import { icon } from "./icons.js";
import { plainString } from "./mrkdwn.js";
import { thumbnail } from "./picture.js";
import { fieldKey, perform } from "./surface.js";
import { stateOf } from "./values.js";
import { t } from "./words.js";

/** @typedef {import("./surface.js").Surface} Surface */

/** What a field outside of input blocks is called. @type {Record<string, Parameters<typeof t>[0]>} */
const UNNAMED = {
  datepicker: "chooseDate",
  datetimepicker: "chooseDate",
  timepicker: "chooseTime",
  multi_static_select: "chooseMany",
  checkboxes: "chooseMany",
};

/**
 * An element of an actions block or beside a section.
 * @param {any} element
 * @param {any} block
 * @param {Surface} surface
 * @param {string} [labelId] the text that it belongs to
 * @returns {HTMLElement}
 */
export function actionElement(element, block, surface, labelId) {
  if (element.type === "image") return thumbnail(element);
  if (element.type === "button") return button(element, block, surface);
  if (element.type === "overflow") return overflow(element, block, surface);
  return actingField(element, block, surface, labelId);
}

/**
 * @param {any} element
 * @param {any} block
 * @param {Surface} surface
 */
function button(element, block, surface) {
  const attributes = {
    class: `button ${element.style ?? ""}`,
    "data-focus": `${surface.id} ${fieldKey(block, element)}`,
    "aria-label": element.accessibility_label,
  };
  const label = h("span", { class: "button-label" }, plainString(element.text));
  if (element.url) return linkButton(element, block, surface, attributes, label);
  const node = h("button", { type: "button", ...attributes }, label);
  node.addEventListener("click", () => {
    if (node.getAttribute("aria-disabled") === "true") return;
    perform(surface, block, element, {}, (sending) => whileBusy(node, sending));
  });
  return node;
}

/**
 * A button that opens an address; the app hears of the press too.
 * @param {any} element
 * @param {any} block
 * @param {Surface} surface
 * @param {Record<string, any>} attributes
 * @param {HTMLElement} label
 */
function linkButton(element, block, surface, attributes, label) {
  const safe = /^https?:/i.test(element.url);
  const target = { href: safe ? element.url : null, target: "_blank", rel: "noopener noreferrer" };
  const node = h("a", { ...target, ...attributes }, label, icon("newTab"));
  node.addEventListener("click", () => perform(surface, block, element, {}));
  return node;
}

/**
 * Run something while a button shows that it works.
 * @param {HTMLButtonElement} node
 * @param {() => Promise<any>} work
 */
export async function whileBusy(node, work) {
  if (node.getAttribute("aria-disabled") === "true") return;
  node.setAttribute("aria-disabled", "true");
  node.setAttribute("aria-busy", "true");
  try {
    await work();
  } finally {
    node.removeAttribute("aria-disabled");
    node.removeAttribute("aria-busy");
  }
}

/**
 * The "…" menu: a button and a list of choices below it.
 * @param {any} element
 * @param {any} block
 * @param {Surface} surface
 */
function overflow(element, block, surface) {
  const mark = `${surface.id} ${fieldKey(block, element)}`;
  const id = uniqueId("menu");
  const list = h("div", { class: "menu", role: "menu", id, hidden: true });
  const toggle = h(
    "button",
    {
      type: "button",
      class: "button icon-button",
      "aria-label": t("more"),
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-controls": id,
      "data-focus": mark,
    },
    icon("dots"),
  );
  const show = (/** @type {boolean} */ open) => {
    list.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
  };
  for (const option of element.options) {
    list.append(
      menuItem(option, () => {
        show(false);
        toggle.focus();
        perform(surface, block, element, stateOf("overflow", option));
      }),
    );
  }
  toggle.addEventListener("click", () => {
    show(list.hidden);
    if (!list.hidden) focusItem(list, 0);
  });
  const node = h("div", { class: "overflow" }, toggle, list);
  node.addEventListener("keydown", (event) => menuKeys(event, list, toggle, show));
  node.addEventListener("focusout", (event) => {
    if (!node.contains(/** @type {Node | null} */ (event.relatedTarget))) show(false);
  });
  return node;
}

/**
 * @param {any} option
 * @param {() => void} chosen
 */
function menuItem(option, chosen) {
  const description = option.description && h("span", { class: "muted" }, plainString(option.description));
  const content = [h("span", {}, plainString(option.text)), description];
  const shared = { class: "menu-item", role: "menuitem", tabindex: "-1", onclick: chosen };
  if (!option.url || !/^https?:/i.test(option.url))
    return h("button", { type: "button", ...shared }, content);
  return h("a", { ...shared, href: option.url, target: "_blank", rel: "noopener noreferrer" }, content);
}

/**
 * @param {HTMLElement} list
 * @param {number} index wraps around
 */
function focusItem(list, index) {
  const items = /** @type {HTMLElement[]} */ ([...list.children]);
  items[(index + items.length) % items.length].focus();
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} list
 * @param {HTMLElement} toggle
 * @param {(open: boolean) => void} show
 */
function menuKeys(event, list, toggle, show) {
  if (list.hidden) return;
  const at = [...list.children].indexOf(/** @type {Element} */ (document.activeElement));
  const moves = /** @type {Record<string, number>} */ ({
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: -1,
  });
  if (event.key in moves) focusItem(list, moves[event.key]);
  else if (event.key === "Escape") {
    show(false);
    toggle.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * A field whose every choice is sent to the app at once.
 * @param {any} element
 * @param {any} block
 * @param {Surface} surface
 * @param {string} [labelId]
 */
function actingField(element, block, surface, labelId) {
  const placeholder = plainString(element.placeholder) || t(UNNAMED[element.type] ?? "choose");
  const aria = labelId ? { "aria-labelledby": labelId } : { "aria-label": placeholder };
  const field = makeField(block, element, surface, aria, (state, kind) => {
    if (kind === "chosen") perform(surface, block, element, state);
  });
  return field?.node ?? h("p", { class: "unsupported" }, t("unsupported", { type: element.type }));
}
