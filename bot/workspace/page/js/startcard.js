// @ts-check
/** The card of the first visit: what to try, as the server tells it. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./mrkdwn.js";
import { t } from "./words.js";

const STORED = "workspace.tips-hidden";
const NARROW = matchMedia("(max-width: 760px)");

/** A friendly list of first steps, which can be folded, hidden and shown again. It stands above the
 *  messages and scrolls away with them; where there is little room it begins folded. */
export class StartCard {
  /** @param {import("./model.js").Model} model */
  constructor(model) {
    this.model = model;
    this.steps = h("ol");
    const title = h("summary", {}, h("h2", {}, icon("tips"), t("help")));
    this.details = h("details", { open: !NARROW.matches }, title, this.steps);
    this.hide = h(
      "button",
      { type: "button", class: "plain-icon", "aria-label": t("hideHelp") },
      icon("close"),
    );
    this.hide.addEventListener("click", () => this.#hide());
    const attributes = { class: "start-card", "aria-label": t("help"), hidden: true };
    this.node = h("section", attributes, this.details, this.hide);
    model.on(["state"], () => this.draw());
  }

  /** Bring it up to date. */
  draw() {
    const { intro, directory, place } = this.model;
    const unwanted = localStorage.getItem(STORED) === "yes" || place === "home";
    this.node.hidden = intro.length === 0 || unwanted;
    this.steps.replaceChildren(
      ...intro.map((step) => h("li", { class: "text" }, mrkdwn(step, { directory }))),
    );
  }

  /** Where there is little room, make way for the conversation once it has begun. */
  fold() {
    if (NARROW.matches) this.details.open = false;
  }

  /** Show it again. */
  open() {
    localStorage.removeItem(STORED);
    this.details.open = true;
    this.draw();
    this.hide.focus();
  }

  #hide() {
    localStorage.setItem(STORED, "yes");
    this.node.hidden = true;
  }
}
