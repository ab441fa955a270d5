// @ts-check
/** The app's home tab. */

import { renderBlocks } from "./blocks.js";
import { h, keepFocus } from "./dom.js";
import { makeSurface } from "./surface.js";
import { t } from "./words.js";

/** Shows the home view that the app has published for this person. */
export class HomePanel {
  /** @param {import("./model.js").Model} model */
  constructor(model) {
    this.model = model;
    this.values = new Map();
    this.text = "";
    this.body = h("div", { class: "home-body" });
    this.node = h(
      "div",
      { class: "home", role: "region", "aria-label": t("home"), tabindex: "0", hidden: true },
      h("h2", { class: "unseen" }, t("home")),
      this.body,
    );
    model.on(["home"], () => this.#draw());
    this.#empty();
  }

  #draw() {
    const view = this.model.home;
    const text = JSON.stringify(view?.blocks ?? null);
    if (text === this.text) return;
    this.text = text;
    if (!view) this.#empty();
    else keepFocus(this.body, () => this.#blocks(view));
  }

  /** @param {any} view */
  #blocks(view) {
    const surface = makeSurface(
      this.model,
      view.id,
      { view_id: view.id },
      this.values,
      view.state?.values ?? {},
    );
    this.body.replaceChildren(...renderBlocks(view.blocks, surface));
  }

  #empty() {
    this.body.replaceChildren(h("p", { class: "muted" }, t("noHome")));
  }
}
