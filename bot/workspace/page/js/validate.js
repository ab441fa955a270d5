// @ts-check
/** What a form refuses before it is sent, as Slack's own forms do. */

import { contentOf, isEmpty } from "./values.js";
import { t } from "./words.js";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** @type {Record<string, (element: any, content: any) => string | null>} */
const CHECKS = {
  plain_text_input: text,
  number_input: number,
  email_text_input: (_element, content) => (EMAIL.test(content) ? null : t("notEmail")),
  url_text_input: (_element, content) => (/^https?:\/\/\S+$/i.test(content) ? null : t("notUrl")),
};

/**
 * Why a value can't be sent, or null when it can.
 * @param {any} block an input block
 * @param {any} state the value's state object
 * @returns {string | null}
 */
export function problem(block, state) {
  const { element } = block;
  if (isEmpty(state))
    return block.optional ? null : t(isChoice(element.type) ? "requiredChoice" : "required");
  const content = contentOf(state);
  if (Array.isArray(content)) return many(element, content);
  return CHECKS[element.type]?.(element, content) ?? null;
}

/** @param {string} type */
const isChoice = (type) => /select|radio_buttons|checkboxes/.test(type);

/**
 * @param {any} element
 * @param {any[]} content
 */
function many(element, content) {
  const most = element.max_selected_items ?? Infinity;
  return content.length > most ? t("tooMany", { n: most }) : null;
}

/**
 * @param {any} element
 * @param {string} content
 */
function text(element, content) {
  if (element.min_length && content.length < element.min_length)
    return t("tooShort", { n: element.min_length });
  if (element.max_length && content.length > element.max_length)
    return t("tooLong", { n: element.max_length });
  return null;
}

/**
 * @param {any} element
 * @param {string} content
 */
function number(element, content) {
  const value = Number(content.replace(",", "."));
  if (!Number.isFinite(value) || content.trim() === "") return t("notNumber");
  if (!element.is_decimal_allowed && !Number.isInteger(value)) return t("notWhole");
  if (element.min_value !== undefined && value < Number(element.min_value)) {
    return t("tooSmall", { n: element.min_value });
  }
  if (element.max_value !== undefined && value > Number(element.max_value)) {
    return t("tooBig", { n: element.max_value });
  }
  return null;
}
