// @ts-check
/** The line above the messages: where the reader is. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { unreadCount } from "./sidebar.js";
import { t } from "./words.js";

/**
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Channel} Channel
 */

/** The heading of the open place, and the app's tabs. */
export class Header {
  /**
   * @param {Model} model
   * @param {() => void} menu opens the navigation on a narrow page
   */
  constructor(model, menu) {
    this.model = model;
    this.menu = h(
      "button",
      {
        type: "button",
        class: "plain-icon drawer-only",
        "aria-label": t("menu"),
        "aria-controls": "sidebar",
      },
      icon("menu"),
    );
    this.menu.addEventListener("click", menu);
    this.words = h("div", { class: "head-words" });
    this.tabs = h("nav", { class: "tabs" });
    this.node = h(
      "header",
      { class: "head" },
      h("div", { class: "head-row" }, this.menu, this.words),
      this.tabs,
    );
    model.on(["state", "unread"], () => this.draw());
  }

  /** @param {Channel} channel */
  title(channel) {
    const label = this.model.channelLabel(channel);
    return channel.is_im ? label : `#${label}`;
  }

  /** Bring it up to date. */
  draw() {
    const { place, appChannel, channels, unread } = this.model;
    const channel = channels.get(place);
    const ofApp = place === "home" || channel === appChannel;
    this.words.replaceChildren(
      ...(channel && !ofApp ? this.#channelParts(channel) : [h("h1", {}, this.model.appName)]),
    );
    this.tabs.hidden = !ofApp;
    this.tabs.setAttribute("aria-label", this.model.appName);
    this.tabs.replaceChildren(
      tab("home", t("home"), place),
      appChannel ? tab(appChannel.id, t("messages"), place, unread.get(appChannel.id)) : "",
    );
    this.#unread();
  }

  /** @param {Channel} channel */
  #channelParts(channel) {
    const people = channel.members.filter((id) => !this.model.users.get(id)?.is_bot).length;
    const count = people === 1 ? t("memberOne") : t("memberCount", { n: people });
    const members = h("span", { class: "members" }, icon("people"), count);
    const topic = channel.topic ? h("span", { class: "topic" }, channel.topic) : null;
    const facts = h("p", { class: "head-facts" }, channel.is_im ? null : members, topic);
    const mark = channel.is_im ? null : icon(channel.is_private ? "lock" : "hash");
    return [h("h1", {}, mark, this.model.channelLabel(channel)), facts];
  }

  #unread() {
    const others = [...this.model.unread.values()].some((count) => count > 0);
    this.menu.classList.toggle("has-dot", others);
  }
}

/**
 * @param {string} place
 * @param {string} label
 * @param {string} current
 * @param {number} [unread]
 */
const tab = (place, label, current, unread = 0) =>
  h(
    "a",
    { class: "tab", href: `#/${place}`, "aria-current": place === current ? "page" : null },
    label,
    unreadCount(unread),
  );
