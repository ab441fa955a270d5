// @ts-check
/** On a narrow page the navigation is a drawer over the messages. */

import { h } from "./dom.js";

const NARROW = matchMedia("(max-width: 760px)");

/** Opens and closes the navigation where the page is narrow; elsewhere it always stands open. */
export class Drawer {
  /**
   * @param {HTMLElement} side
   * @param {HTMLElement} main
   */
  constructor(side, main) {
    this.side = side;
    this.main = main;
    this.scrim = h("div", { class: "scrim", hidden: true });
    this.scrim.addEventListener("click", () => this.close());
    side.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    NARROW.addEventListener("change", () => this.#set(false));
    this.#set(false);
  }

  /** Show the navigation over the messages, with the focus in it. */
  open() {
    this.#set(true);
    const first = this.side.querySelector("[aria-current]") ?? this.side.querySelector("button, a");
    if (first instanceof HTMLElement) first.focus();
  }

  /** Back to the messages. */
  close() {
    if (!NARROW.matches || this.side.inert) return;
    this.#set(false);
    this.main.querySelector("button")?.focus();
  }

  /** @param {boolean} open */
  #set(open) {
    this.side.classList.toggle("open", open);
    this.side.inert = NARROW.matches && !open;
    this.main.inert = NARROW.matches && open;
    this.scrim.hidden = !open;
  }
}
