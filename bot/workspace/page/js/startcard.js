// @ts-check
/** The card of the first visit: what to try, as the server tells it. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./mrkdwn.js";
import { t } from "./words.js";

const STORED = "workspace.tips-hidden";

/** A friendly list of first steps, which can be hidden and shown again. */
export class StartCard {
  /** @param {import("./model.js").Model} model */
  constructor(model) {
    this.model = model;
    this.node = h("section", { class: "start-card", "aria-label": t("help"), hidden: true });
    model.on(["state"], () => this.draw());
  }

  /** Bring it up to date. */
  draw() {
    const { intro, directory } = this.model;
    const unwanted = localStorage.getItem(STORED) === "yes" || this.model.place === "home";
    this.node.hidden = intro.length === 0 || unwanted;
    const hide = h("button", { type: "button", class: "plain-icon", "aria-label": t("hideHelp") }, icon("close"));
    hide.addEventListener("click", () => this.#hide());
    const steps = intro.map((step) => h("li", {}, h("span", { class: "text" }, mrkdwn(step, { directory }))));
    this.node.replaceChildren(h("h3", {}, icon("tips"), t("help")), hide, h("ol", {}, steps));
  }

  /** Show it again. */
  open() {
    localStorage.removeItem(STORED);
    this.draw();
    this.node.querySelector("button")?.focus();
  }

  #hide() {
    localStorage.setItem(STORED, "yes");
    this.node.hidden = true;
  }
}
