// @ts-check
/** The field for writing, with the commands that begin with what is written. */

import { h, uniqueId } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** @typedef {import("./model.js").Model} Model */

const TALLEST = 160;

/** Writes messages and commands to the open channel. */
export class Composer {
  /**
   * @param {Model} model
   * @param {(channel: string, text: string) => void} sent called with what was sent
   */
  constructor(model, sent) {
    this.model = model;
    this.sent = sent;
    this.channel = "";
    /** @type {Map<string, string>} unsent text by channel */
    this.drafts = new Map();
    this.at = 0;
    this.list = h("div", {
      class: "suggestions",
      role: "listbox",
      id: uniqueId("commands"),
      "aria-label": t("commands"),
      hidden: true,
    });
    this.usage = h("p", { class: "usage", id: uniqueId("usage") });
    this.field = h("textarea", {
      class: "composer-field",
      id: "composer",
      rows: "1",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-describedby": this.usage.id,
      "data-focus": "composer",
    });
    this.button = h("button", { type: "submit", class: "send", "aria-label": t("send") }, icon("send"));
    const row = h("div", { class: "composer-row" }, this.field, this.button);
    this.node = h("form", { class: "composer" }, this.list, row, this.usage);
    this.#listen();
  }

  #listen() {
    this.field.addEventListener("input", () => this.#typed());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.field.addEventListener("blur", () => setTimeout(() => this.#hide(), 150));
    this.node.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /**
   * Write in another channel; what was begun there stands as it was left.
   * @param {string} channel
   * @param {string} label what the field is for
   */
  open(channel, label) {
    this.drafts.set(this.channel, this.field.value);
    this.channel = channel;
    this.field.value = this.drafts.get(channel) ?? "";
    this.field.setAttribute("aria-label", label);
    this.field.setAttribute("placeholder", label);
    this.#typed();
    this.#hide();
  }

  /** Put the cursor in the field. */
  focus() {
    this.field.focus();
  }

  #typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST)}px`;
    const known = this.#known();
    this.usage.textContent = known ? `${known.command} ${known.usage_hint}` : t("composerHint");
    this.at = 0;
    this.#suggest();
  }

  /** The command that is written out, with its hint. */
  #known() {
    const word = this.field.value.split(/\s/)[0].toLowerCase();
    return this.model.commands.find((one) => one.command.toLowerCase() === word && one.usage_hint);
  }

  #matches() {
    const text = this.field.value.toLowerCase();
    if (!/^\/\S*$/.test(text)) return [];
    return this.model.commands.filter((one) => {
      const name = one.command.toLowerCase();
      return name.startsWith(text) && name !== text;
    });
  }

  #suggest() {
    const matches = this.#matches();
    this.list.hidden = matches.length === 0;
    this.list.replaceChildren(...matches.map((one, index) => this.#option(one, index)));
    this.#mark();
  }

  /**
   * @param {any} command
   * @param {number} index
   */
  #option(command, index) {
    const option = h(
      "div",
      { class: "suggestion", role: "option", id: `${this.list.id}-${index}` },
      h(
        "span",
        { class: "suggestion-name" },
        command.command,
        command.usage_hint && h("span", { class: "muted" }, ` ${command.usage_hint}`),
      ),
      h("span", { class: "muted" }, command.description ?? ""),
    );
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.#choose(command);
    });
    return option;
  }

  #mark() {
    const options = [...this.list.children];
    options.forEach((one, index) => one.setAttribute("aria-selected", String(index === this.at)));
    if (options.length) this.field.setAttribute("aria-activedescendant", options[this.at].id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {any} command */
  #choose(command) {
    this.field.value = `${command.command} `;
    this.#typed();
    this.focus();
  }

  #hide() {
    this.list.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing) return;
    if (!this.list.hidden && this.#listKey(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    }
  }

  /**
   * A key while the suggestions are open: Enter and Tab fill in the marked one.
   * @param {KeyboardEvent} event
   */
  #listKey(event) {
    const matches = this.#matches();
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    if (event.key in steps) {
      this.at = (this.at + steps[event.key] + matches.length) % matches.length;
      this.#mark();
    } else if (event.key === "Tab" || event.key === "Enter") this.#choose(matches[this.at]);
    else if (event.key === "Escape") this.#hide();
    else return false;
    return true;
  }

  #send() {
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    this.#typed();
    this.sent(this.channel, text);
  }
}
