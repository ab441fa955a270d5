// @ts-check
/** The page's frame: navigation, the open place, banners and announcements. */

import { Announcer } from "./announcer.js";
import { recountColleagues } from "./colleagues.js";
import { Composer } from "./composer.js";
import { ask } from "./confirm.js";
import { h } from "./dom.js";
import { Drawer } from "./drawer.js";
import { FormDialog } from "./form.js";
import { Header } from "./header.js";
import { HomePanel } from "./home.js";
import { MessageLog } from "./log.js";
import { choosePerson } from "./people.js";
import { Sidebar } from "./sidebar.js";
import { StartCard } from "./startcard.js";
import { t } from "./words.js";

/** @typedef {import("./model.js").Model} Model */

/** Puts the parts together and follows the address. */
export class Shell {
  /**
   * @param {Model} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.announcer = new Announcer(model);
    this.sidebar = new Sidebar(model, {
      people: () => choosePerson(model),
      help: () => this.#help(),
      reset: () => this.#reset(),
      close: () => this.drawer.close(),
    });
    this.header = new Header(model, () => this.drawer.open());
    this.banner = h("div", { class: "banner", role: "status", hidden: true });
    this.card = new StartCard(model);
    this.log = new MessageLog(model, this.card.node);
    this.home = new HomePanel(model);
    this.composer = new Composer(model, (channel, text) => this.#say(channel, text));
    this.form = new FormDialog(model);
    this.main = h(
      "main",
      { class: "main" },
      this.header.node,
      this.banner,
      this.log.node,
      this.home.node,
      this.composer.node,
    );
    this.drawer = new Drawer(this.sidebar.node, this.main);
    model.on(["status", "connection"], () => this.#banner());
    model.on(["colleagues"], recountColleagues);
    model.addEventListener("reset", () => startOver());
    model.addEventListener("failed", (event) => this.#failed(/** @type {CustomEvent} */ (event).detail));
  }

  /** Draw the page and open the place in the address. */
  show() {
    this.root.replaceChildren(
      this.drawer.scrim,
      this.sidebar.node,
      this.main,
      this.announcer.node,
      this.form.dialog,
    );
    this.sidebar.draw();
    this.card.draw();
    this.#banner();
    addEventListener("hashchange", () => this.#go());
    document.addEventListener("keydown", (event) => this.#typeAnywhere(event));
    this.#go().then(() => this.model.refreshViews());
  }

  /** The place in the address, or the first channel that the app is in. */
  #wanted() {
    const place = decodeURIComponent(location.hash.replace(/^#\//, ""));
    if (place === "home" || this.model.channels.has(place)) return place;
    return this.#firstChannel();
  }

  #firstChannel() {
    const channels = [...this.model.channels.values()];
    const withApp = channels.find((one) => !one.is_im && one.members.includes(this.model.app.user_id));
    return (withApp ?? channels[0])?.id ?? "home";
  }

  async #go() {
    const place = this.#wanted();
    const home = place === "home";
    const visited = this.model.visit(place);
    this.home.node.hidden = !home;
    this.log.node.hidden = home;
    this.composer.node.hidden = home;
    this.header.draw();
    this.sidebar.draw();
    this.card.draw();
    const channel = this.model.channels.get(place);
    document.title = `${channel ? this.header.title(channel) : this.model.appName} · ${this.model.team.name}`;
    if (channel) this.composer.open(place, this.#invitation(channel));
    const unread = await visited;
    if (channel && this.model.place === place) this.log.open(place, this.header.title(channel), unread);
  }

  /** @param {import("./model.js").Channel} channel */
  #invitation(channel) {
    return t(channel.is_im ? "writeTo" : "writeIn", { place: this.header.title(channel) });
  }

  /**
   * @param {string} channel
   * @param {string} text
   */
  async #say(channel, text) {
    this.card.fold();
    this.log.follow();
    const command = text.startsWith("/");
    const answer = await this.model.post(command ? "command" : "say", { channel, text });
    if (answer.ok) return;
    const reason = this.model.reason(answer.error);
    const name = text.split(/\s/)[0];
    this.#notice(
      channel,
      command ? t("failedCommand", { command: name, reason }) : t("failedPlain", { reason }),
    );
  }

  /**
   * Something got no answer from the app in time. The call that caused it says so as well; one
   * line is enough, so equal lines in a row are shown once.
   * @param {{ command?: string, action?: string, view_id?: string, reason: string }} failure
   */
  #failed(failure) {
    const reason = this.model.reason(failure.reason);
    const command = failure.command?.split(/\s/)[0];
    const words = command
      ? t("failedCommand", { command, reason })
      : t(failure.view_id ? "formError" : "failedAction", { reason });
    if (this.model.stack.length && !command) this.form.fail(words);
    else this.#notice(this.model.place, words);
  }

  /**
   * @param {string} channel
   * @param {string} words
   */
  #notice(channel, words) {
    const place = this.model.channels.has(channel) ? channel : this.#lastChannel();
    const last = this.model.messages.in(place).at(-1);
    const repeated = last?.notice && last.text === words && Date.now() / 1000 - Number(last.ts) < 2;
    if (repeated) return;
    this.model.notice(place, words);
    this.announcer.say(words, true);
  }

  #lastChannel() {
    return this.model.appChannel?.id ?? [...this.model.channels.keys()][0];
  }

  #banner() {
    const words = !this.model.connected
      ? t("reconnecting")
      : this.model.appStatus === "away"
        ? t("appAway", { app: this.model.appName })
        : "";
    this.banner.textContent = words;
    this.banner.hidden = words === "";
  }

  async #help() {
    this.drawer.close();
    if (this.model.place === "home") {
      location.hash = `#/${this.#firstChannel()}`;
      await this.#go();
    }
    this.card.open();
  }

  async #reset() {
    const question = {
      title: t("resetTitle"),
      body: [document.createTextNode(t("resetText"))],
      yes: t("reset"),
      no: t("cancel"),
      danger: true,
    };
    if (!(await ask(question))) return;
    const answer = await this.model.post("reset");
    if (!answer.ok) this.announcer.say(t("failedPlain", { reason: this.model.reason(answer.error) }), true);
  }

  /** A slash typed anywhere begins a command. @param {KeyboardEvent} event */
  #typeAnywhere(event) {
    const target = /** @type {Element} */ (event.target);
    const busy = target.closest("input, textarea, select, dialog") || this.composer.node.hidden;
    if (event.key === "/" && !busy && !event.ctrlKey && !event.metaKey) this.composer.focus();
  }
}

/** The workspace is as at its start: this tab forgets what was written in it, and reads all anew. */
function startOver() {
  sessionStorage.clear();
  location.reload();
}
