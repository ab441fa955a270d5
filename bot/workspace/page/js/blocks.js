// @ts-check
/** Block Kit blocks as DOM nodes. */

import { h, uniqueId } from "./dom.js";
import { actionElement } from "./elements.js";
import { inputBlock } from "./inputblock.js";
import { plainString, textNodes } from "./mrkdwn.js";
import { picture } from "./picture.js";
import { richText } from "./richtext.js";
import { t } from "./words.js";

/** @typedef {import("./surface.js").Surface} Surface */

/** @type {Record<string, (block: any, surface: Surface) => Node>} */
const RENDERERS = {
  section,
  header: (block) => h("h3", { class: "block-header" }, plainString(block.text)),
  divider: () => h("hr"),
  context: (block, surface) => context(block, surface),
  image: (block, surface) => picture(block, surface.directory),
  actions: (block, surface) => actions(block, surface),
  input: inputBlock,
  rich_text: (block, surface) => richText(block, surface.directory),
};

/**
 * All blocks of a message, form or home.
 * @param {any[]} blocks
 * @param {Surface} surface
 */
export const renderBlocks = (blocks, surface) => blocks.map((block) => renderBlock(block, surface));

/**
 * @param {any} block
 * @param {Surface} surface
 * @returns {HTMLElement}
 */
function renderBlock(block, surface) {
  const render = RENDERERS[block.type];
  const content = render ? render(block, surface) : unsupported(block.type);
  return h("div", { class: `block block-${block.type}`, "data-block": block.block_id }, content);
}

/** @param {string} type */
export const unsupported = (type) => h("p", { class: "unsupported" }, t("unsupported", { type }));

/**
 * @param {any} block
 * @param {Surface} surface
 */
function section(block, surface) {
  const labelId = uniqueId("section");
  const body = h(
    "div",
    { class: "section-body" },
    block.text && h("div", { class: "text", id: labelId }, textNodes(block.text, surface.directory)),
    block.fields && fieldGrid(block.fields, surface),
  );
  if (!block.accessory) return body;
  const accessory = actionElement(block.accessory, block, surface, block.text ? labelId : undefined);
  const kind = block.accessory.type === "image" ? " has-image" : "";
  return h("div", { class: `section-row${kind}` }, body, h("div", { class: "accessory" }, accessory));
}

/**
 * @param {any[]} fields
 * @param {Surface} surface
 */
const fieldGrid = (fields, surface) =>
  h(
    "div",
    { class: "field-grid" },
    fields.map((field) => h("div", { class: "text" }, textNodes(field, surface.directory))),
  );

/**
 * @param {any} block
 * @param {Surface} surface
 */
const context = (block, surface) =>
  h(
    "div",
    { class: "context" },
    block.elements.map((/** @type {any} */ element) =>
      element.type === "image"
        ? h("img", { class: "context-image", src: element.image_url, alt: element.alt_text ?? "" })
        : h("span", { class: "text" }, textNodes(element, surface.directory)),
    ),
  );

/**
 * @param {any} block
 * @param {Surface} surface
 */
const actions = (block, surface) =>
  h(
    "div",
    { class: "actions" },
    block.elements.map((/** @type {any} */ element) => actionElement(element, block, surface)),
  );
