// @ts-check
/** Helpers that build DOM nodes. Data never passes through innerHTML. */

/**
 * Create an element.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [props] attributes; `on…` are listeners; null and false are left out
 * @param {...any} children nodes, strings, nested lists; null and false are left out
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat(Infinity).filter(present));
  return node;
}

/** @param {any} child */
const present = (child) => child !== null && child !== undefined && child !== false;

/**
 * @param {HTMLElement} node
 * @param {string} name
 * @param {any} value
 */
function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : String(value));
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * Create an SVG element.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/**
 * Replace what `root` holds and keep the reader's place: the focused element is found again by
 * its `data-focus` mark, and the text cursor stays where it was.
 * @param {Element} root
 * @param {() => void} redraw
 */
export function keepFocus(root, redraw) {
  const active = document.activeElement;
  const mark = active && root.contains(active) ? active.getAttribute("data-focus") : null;
  const cursor = mark && isText(active) ? [active.selectionStart, active.selectionEnd] : null;
  redraw();
  if (!mark) return;
  const again = root.querySelector(`[data-focus="${CSS.escape(mark)}"]`);
  if (!(again instanceof HTMLElement)) return;
  again.focus({ preventScroll: true });
  if (cursor && isText(again)) again.setSelectionRange(cursor[0], cursor[1]);
}

/**
 * @param {any} node
 * @returns {node is HTMLInputElement | HTMLTextAreaElement}
 */
function isText(node) {
  if (node instanceof HTMLTextAreaElement) return true;
  return node instanceof HTMLInputElement && ["text", "search", "url"].includes(node.type);
}

let count = 0;

/**
 * An id that no other element of the page has.
 * @param {string} prefix
 */
export function uniqueId(prefix) {
  count += 1;
  return `${prefix}-${count}`;
}
