// @ts-check
/** The messages of the open channel: drawn once each, replaced when they change. */

import { dayHeading, sameDay } from "./dates.js";
import { h, keepFocus } from "./dom.js";
import { icon } from "./icons.js";
import { messageNode } from "./message.js";
import { keyOf } from "./messagestore.js";
import { t } from "./words.js";

/**
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Message} Message
 */

const SAME_BREATH = 300;
const NEAR_BOTTOM = 120;

/** The scrolling list of messages. */
export class MessageLog {
  /**
   * @param {Model} model
   * @param {HTMLElement} above scrolls away with the messages
   */
  constructor(model, above) {
    this.model = model;
    this.channel = "";
    /** @type {Map<string, { node: HTMLElement, signature: string }>} */
    this.drawn = new Map();
    /** @type {Map<string, Map<string, any>>} what is chosen in each message's fields */
    this.values = new Map();
    this.list = h("div", { class: "log-list" });
    this.jump = h("button", { type: "button", class: "jump", hidden: true }, icon("down"), t("newMessages"));
    this.scroller = h("div", { class: "log", role: "region", tabindex: "0" }, above, this.list);
    this.node = h("div", { class: "log-frame" }, this.scroller, this.jump);
    this.jump.addEventListener("click", () => this.#toNewest());
    this.scroller.addEventListener("scroll", () => this.#scrolled());
    new ResizeObserver(() => (this.stick || this.held) && this.#settle()).observe(this.list);
    /** Whether the end is shown, and followed when more comes. */
    this.stick = true;
    /** The message whose beginning is shown instead, until the reader scrolls. */
    this.held = "";
    /** The newest message, once it has been shown from its beginning: that is done only once. */
    this.begun = "";
    /** Where the list was last put: other places are the reader's choice. */
    this.placed = 0;
    model.on(["messages"], () => this.draw());
  }

  /**
   * Show another channel.
   * @param {string} channel
   * @param {string} label the channel's name, for screen readers
   * @param {number} unread how many of its last messages have not been read
   */
  open(channel, label, unread) {
    this.channel = channel;
    this.drawn.clear();
    this.list.replaceChildren();
    this.jump.hidden = true;
    this.scroller.setAttribute("aria-label", label);
    this.held = "";
    this.begun = "";
    this.draw();
    if (unread) this.#holdUnread(unread);
  }

  /** Go to the end, and stay there when more comes: whoever writes wants to see the answer. */
  follow() {
    this.begun = this.#keys().at(-1) ?? "";
    this.#toNewest();
  }

  /** Bring the list up to date. */
  draw() {
    if (!this.channel) return;
    const wasNear = this.#near() && !this.held;
    const count = this.drawn.size;
    const messages = this.model.messages.in(this.channel);
    const newest = messages.at(-1);
    const mine = newest?.user === this.model.me.id && !this.drawn.has(keyOf(newest));
    keepFocus(this.list, () => this.#place(messages));
    this.stick = wasNear || mine || count === 0;
    if (this.stick) this.#toNewest();
    else if (this.drawn.size > count) this.jump.hidden = false;
  }

  /** @param {Message[]} messages */
  #place(messages) {
    const nodes = messages.flatMap((message, index) => this.#nodesFor(message, messages[index - 1]));
    const known = new Set(messages.map(keyOf));
    for (const key of this.drawn.keys()) if (!known.has(key)) this.drawn.delete(key);
    const wanted = nodes.length ? nodes : [emptyNode()];
    reconcile(this.list, wanted);
  }

  /**
   * @param {Message} message
   * @param {Message | undefined} before
   * @returns {HTMLElement[]}
   */
  #nodesFor(message, before) {
    const newDay = !before || !sameDay(before.ts, message.ts);
    const compact = !newDay && follows(message, before);
    const key = keyOf(message);
    const signature = JSON.stringify([message, compact]);
    const known = this.drawn.get(key);
    if (known?.signature !== signature) {
      this.drawn.set(key, { node: this.#build(message, compact), signature });
    }
    const node = /** @type {{ node: HTMLElement }} */ (this.drawn.get(key)).node;
    return newDay ? [h("h2", { class: "day" }, h("span", {}, dayHeading(message.ts))), node] : [node];
  }

  /**
   * @param {Message} message
   * @param {boolean} compact
   */
  #build(message, compact) {
    const id = `${this.channel}/${keyOf(message)}`;
    const values = this.values.get(id) ?? new Map();
    this.values.set(id, values);
    return messageNode(this.model, this.channel, message, values, compact);
  }

  #near() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM;
  }

  #scrolled() {
    if (this.scroller.scrollTop === this.placed) return;
    this.held = "";
    this.stick = this.#near();
    if (this.stick) this.jump.hidden = true;
  }

  /**
   * Show the last so many messages from their beginning, where they are longer than the window.
   * @param {number} count
   */
  #holdUnread(count) {
    this.held = this.#keys().at(-count) ?? "";
    this.#settle();
  }

  #toNewest() {
    this.held = "";
    this.#settle();
  }

  #keys() {
    return this.model.messages.in(this.channel).map(keyOf);
  }

  /**
   * Go to the end; or to the beginning of the message that is held, or of the newest one when it
   * has become longer than the window, where the end would hide it.
   */
  #settle() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    const newest = this.#keys().at(-1) ?? "";
    const long = this.#above(newest) > 0;
    if (long && this.begun !== newest) this.held ||= newest;
    this.begun = long ? newest : "";
    const above = this.held ? this.#above(this.held) : 0;
    if (above > 0) this.scroller.scrollTop -= above;
    else this.held = "";
    this.stick = !this.held;
    this.jump.hidden ||= this.stick;
    this.placed = this.scroller.scrollTop;
  }

  /**
   * How much of a message's beginning is out of sight above.
   * @param {string} key
   */
  #above(key) {
    const node = this.drawn.get(key)?.node;
    return node ? this.scroller.getBoundingClientRect().top - node.getBoundingClientRect().top : 0;
  }
}

/**
 * Whether a message stands under its author's previous one without a new heading.
 * @param {Message} message
 * @param {Message | undefined} before
 */
function follows(message, before) {
  if (!before || before.user !== message.user || message.ephemeral || before.ephemeral) return false;
  if (message.notice || message.is_command_echo || before.is_command_echo) return false;
  return Number(message.ts) - Number(before.ts) < SAME_BREATH;
}

/**
 * Make the children of `list` be `wanted`, without moving those that already stand right.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} wanted
 */
function reconcile(list, wanted) {
  const keep = new Set(wanted);
  for (const child of [...list.children]) if (!keep.has(/** @type {HTMLElement} */ (child))) child.remove();
  wanted.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
}

const emptyNode = () =>
  h(
    "div",
    { class: "empty" },
    h("p", { class: "empty-title" }, t("empty")),
    h("p", { class: "muted" }, t("emptyHint")),
  );
