// @ts-check
/** The left side: workspace, person, channels, direct messages, the app. */

import { avatar } from "./avatar.js";
import { h, keepFocus } from "./dom.js";
import { icon } from "./icons.js";
import { nextTheme, themeButtonLabel, themeIcon, themeShortLabel } from "./theme.js";
import { t, toggleLanguage } from "./words.js";

/** @typedef {import("./model.js").Model} Model */

/** The navigation. */
export class Sidebar {
  /**
   * @param {Model} model
   * @param {{ people: () => void, help: () => void, reset: () => void, close: () => void }} does
   */
  constructor(model, does) {
    this.model = model;
    this.does = does;
    this.head = h("div", { class: "side-head" });
    this.lists = h("nav", { class: "side-lists", "aria-label": t("navigation") });
    this.tools = h("div", { class: "side-tools" });
    this.node = h("aside", { class: "sidebar", id: "sidebar" }, this.head, this.lists, this.tools);
    this.lists.addEventListener("keydown", (event) => this.#arrows(event));
    this.lists.addEventListener("click", (event) => {
      if (/** @type {Element} */ (event.target).closest("a")) does.close();
    });
    model.on(["state", "unread", "home"], () => this.draw());
  }

  /** Bring everything up to date. */
  draw() {
    keepFocus(this.node, () => {
      this.head.replaceChildren(...this.#headParts());
      this.lists.replaceChildren(...this.#listParts());
      this.tools.replaceChildren(...this.#toolParts());
    });
  }

  #headParts() {
    const close = h(
      "button",
      {
        type: "button",
        class: "plain-icon drawer-only",
        "aria-label": t("closeMenu"),
        "data-focus": "drawer",
      },
      icon("close"),
    );
    close.addEventListener("click", () => this.does.close());
    const first = this.model.me.real_name.split(" ")[0];
    const person = h(
      "button",
      { type: "button", class: "person-button", "aria-haspopup": "dialog", "data-focus": "person" },
      avatar(this.model.me),
      h(
        "span",
        { class: "person-words" },
        h("span", { class: "person-name" }, t("youAre", { name: first })),
        h("span", { class: "unseen" }, " – "),
        h("span", { class: "person-switch" }, t("switchPerson")),
      ),
      icon("swap"),
    );
    person.addEventListener("click", () => this.does.people());
    const mark = h("img", { src: "/page/icon.svg", alt: "", class: "brand-mark" });
    return [
      h("div", { class: "brand" }, mark, h("p", { class: "brand-name" }, this.model.team.name), close),
      person,
    ];
  }

  #listParts() {
    const all = [...this.model.channels.values()];
    const app = this.model.appChannel;
    const directs = all.filter((one) => one.is_im && one !== app);
    return [
      list(
        t("channels"),
        all.filter((one) => !one.is_im).map((one) => this.#channelLink(one)),
      ),
      list(t("apps"), [this.#appLink(app?.id)]),
      directs.length
        ? list(
            t("directs"),
            directs.map((one) => this.#directLink(one)),
          )
        : "",
    ];
  }

  /** @param {import("./model.js").Channel} channel */
  #channelLink(channel) {
    const kind = channel.is_private ? h("span", { class: "unseen" }, ` (${t("privateChannel")})`) : null;
    return this.#link(
      channel.id,
      icon(channel.is_private ? "lock" : "hash"),
      channel.name,
      [channel.id],
      kind,
    );
  }

  /** @param {import("./model.js").Channel} channel */
  #directLink(channel) {
    const other = this.model.users.get(this.model.otherEnd(channel));
    return this.#link(channel.id, avatar(other), this.model.channelLabel(channel), [channel.id]);
  }

  /** @param {string | undefined} channel the conversation with the app */
  #appLink(channel) {
    const user = this.model.users.get(this.model.app.user_id) ?? {
      id: "",
      name: "",
      real_name: "",
      is_bot: true,
    };
    const unread = channel && this.model.unread.get(channel);
    const place = unread ? channel : "home";
    const places = channel ? ["home", channel] : ["home"];
    return this.#link(place, avatar({ ...user, is_bot: true }), this.model.appName, places);
  }

  /**
   * @param {string} place where the link leads
   * @param {Node} mark
   * @param {string} label
   * @param {string[]} places that the link stands for
   * @param {Node | null} [extra]
   */
  #link(place, mark, label, places, extra = null) {
    const unread = places.reduce((sum, id) => sum + (this.model.unread.get(id) ?? 0), 0);
    const current = places.includes(this.model.place) ? { "aria-current": "page" } : {};
    const attributes = {
      class: unread ? "place has-unread" : "place",
      href: `#/${place}`,
      "data-focus": `place ${label}`,
    };
    return h(
      "a",
      { ...attributes, ...current },
      mark,
      h("span", { class: "place-name" }, label, extra),
      unreadCount(unread),
    );
  }

  #toolParts() {
    const theme = () => {
      nextTheme();
      this.draw();
    };
    return [
      tool("theme", themeIcon(), themeButtonLabel(), themeShortLabel(), theme),
      tool("language", "globe", t("language"), t("shortLanguage"), toggleLanguage),
      this.model.intro.length ? tool("tips", "tips", t("help"), t("shortHelp"), () => this.does.help()) : "",
      tool("reset", "restart", t("reset"), t("shortReset"), () => this.does.reset()),
    ];
  }

  /** Up and down move between the places, besides Tab. @param {KeyboardEvent} event */
  #arrows(event) {
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    if (!(event.key in steps)) return;
    const links = [...this.lists.querySelectorAll("a")];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (at < 0) return;
    event.preventDefault();
    links[(at + steps[event.key] + links.length) % links.length].focus();
  }
}

/**
 * How many messages have not been read, in a badge and in words.
 * @param {number} unread
 */
export const unreadCount = (unread) =>
  unread > 0 &&
  h(
    "span",
    { class: "count" },
    h("span", { "aria-hidden": "true" }, String(unread)),
    h("span", { class: "unseen" }, t("unread", { n: unread })),
  );

/**
 * @param {string} name stays the same while the picture changes
 * @param {Parameters<typeof icon>[0]} picture
 * @param {string} label
 * @param {string} short what stands below the picture
 * @param {() => void} does
 */
function tool(name, picture, label, short, does) {
  const attributes = { type: "button", class: "side-tool", "aria-label": label, title: label };
  const button = h("button", { ...attributes, "data-focus": `tool ${name}` }, icon(picture), short);
  button.addEventListener("click", does);
  return button;
}

/**
 * @param {string} title
 * @param {Node[]} links
 */
const list = (title, links) =>
  h(
    "section",
    { class: "side-list" },
    h("h2", {}, title),
    h(
      "ul",
      {},
      links.map((link) => h("li", {}, link)),
    ),
  );
