// @ts-check
/** What screen readers hear of messages that are new, or say something new. */

import { h } from "./dom.js";
import { plainString } from "./mrkdwn.js";
import { t } from "./words.js";

const LONGEST = 300;

/** Two live regions out of sight: one waits its turn, one interrupts. */
export class Announcer {
  /** @param {import("./model.js").Model} model */
  constructor(model) {
    this.model = model;
    this.polite = h("div", { "aria-live": "polite", "aria-atomic": "true" });
    this.urgent = h("div", { role: "alert" });
    this.node = h("div", { class: "unseen" }, this.polite, this.urgent);
    for (const kind of ["arrived", "edited"]) {
      model.addEventListener(kind, (event) => this.#read(/** @type {CustomEvent} */ (event).detail));
    }
  }

  /**
   * @param {string} words
   * @param {boolean} [urgent]
   */
  say(words, urgent = false) {
    (urgent ? this.urgent : this.polite).textContent = words;
  }

  /** @param {{ channel: string, message: import("./model.js").Message }} news */
  #read({ channel, message }) {
    if (channel !== this.model.place || message.user === this.model.me.id) return;
    const name = this.model.users.get(message.user)?.real_name ?? "";
    const first = (message.blocks ?? []).map((block) => plainString(block.text)).filter(Boolean)[0];
    const words = (message.text || first || "").replace(/<[^|>]*\|?([^>]*)>/g, "$1").replace(/[*_~`]/g, "");
    const only = message.ephemeral ? ` ${t("onlyYou")}.` : "";
    this.say(`${name}:${only} ${words.slice(0, LONGEST)}`);
  }
}
