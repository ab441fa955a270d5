// @ts-check
/** What the page knows of the workspace, kept up to date by the live events. */

import { Api, Live, Unreachable } from "./api.js";
import { MessageStore } from "./messagestore.js";
import { OwnForms } from "./ownforms.js";
import { reasonInWords } from "./reasons.js";
import { t } from "./words.js";

/**
 * @typedef {{ id: string, name: string, real_name: string, title?: string, color?: string,
 *   is_bot?: boolean, is_restricted?: boolean }} User
 * @typedef {{ id: string, name: string, topic?: string, is_private?: boolean, is_im?: boolean,
 *   user?: string, members: string[] }} Channel
 * @typedef {{ ts: string, user: string, bot?: boolean, text: string, blocks?: any[],
 *   ephemeral?: boolean, edited?: boolean, reactions?: any[], files?: any[],
 *   is_command_echo?: boolean, notice?: boolean }} Message
 */

/** The workspace has no such person. */
export class UnknownPerson extends Error {}

/**
 * One person's view of the workspace. Dispatches "changed" events whose `detail` is the topic:
 * "state", "messages", "unread", "views", "home", "status", "connection", "colleagues". Others are
 * "arrived" and "edited" for messages, "failed", and "reset" when the workspace has started over.
 */
export class Model extends EventTarget {
  /** How many events about forms have come: an older answer must not undo them. */
  #viewEvents = 0;

  /** @param {string} person */
  constructor(person) {
    super();
    this.api = new Api(person);
    this.connected = true;
    this.appStatus = "connected";
    /** @type {Map<string, User>} */ this.users = new Map();
    /** @type {Map<string, Channel>} */ this.channels = new Map();
    this.messages = new MessageStore(this.api, () => this.#changed("messages"));
    /** @type {Map<string, number>} */ this.unread = new Map();
    this.forms = new OwnForms(this.api);
    /** @type {any[]} the forms that are open in this tab */ this.stack = [];
    /** @type {string | undefined} */ this.viewsError = undefined;
    /** @type {any} */ this.home = null;
    /** @type {any[]} */ this.commands = [];
    /** @type {string[]} */ this.intro = [];
    /** @type {any} */ this.app = {};
    /** @type {any} */ this.team = { name: "" };
    /** The place that is shown: a channel id or "home". */
    this.place = "";
    this.directory = {
      me: person,
      personName: (/** @type {string} */ id) => this.users.get(id)?.real_name ?? null,
      channelName: (/** @type {string} */ id) => this.channels.get(id)?.name ?? null,
    };
  }

  /** Fetch everything and begin to listen. */
  async start() {
    await this.forms.resume();
    await this.refresh();
    this.live = new Live(this.api.person, {
      event: (event) => this.#event(event),
      up: () => this.#up(),
      down: () => this.#connection(false),
    });
  }

  /** Fetch everything anew; what is shown is fetched at once, the rest when it is opened. */
  async refresh() {
    const seen = this.#viewEvents;
    const [state, views] = await Promise.all([this.api.get("state"), this.api.get("views")]);
    if (state.error) throw new UnknownPerson(state.error);
    this.#takeState(state);
    this.messages.forget(this.place);
    if (seen === this.#viewEvents) this.#takeViews(views);
    if (this.channels.has(this.place)) await this.messages.fetch(this.place);
    for (const topic of ["state", "views", "home", "status"]) this.#changed(topic);
  }

  /** Show the forms and the home that are open already. */
  refreshViews() {
    for (const topic of ["views", "home"]) this.#changed(topic);
  }

  /** @param {any} views */
  #takeViews(views) {
    this.stack = this.forms.of(views);
    this.viewsError = undefined;
    this.home = views.home ?? null;
  }

  /** @param {any} state */
  #takeState(state) {
    this.team = state.team;
    this.app = state.app ?? {};
    this.appStatus = this.app.status ?? "connected";
    this.commands = state.commands ?? [];
    this.intro = state.intro ?? [];
    this.users = new Map(state.users.map((/** @type {User} */ user) => [user.id, user]));
    this.channels = new Map(state.channels.map((/** @type {Channel} */ one) => [one.id, one]));
  }

  /** The reader. @returns {User} */
  get me() {
    return /** @type {User} */ (this.users.get(this.api.person));
  }

  /** The app's name as it is shown. */
  get appName() {
    return this.users.get(this.app.user_id)?.real_name ?? this.app.name ?? t("app");
  }

  /** The conversation with the app, when there is one. */
  get appChannel() {
    return [...this.channels.values()].find((one) => one.is_im && this.otherEnd(one) === this.app.user_id);
  }

  /**
   * The other person of a direct message.
   * @param {Channel} channel
   */
  otherEnd(channel) {
    const others = channel.members.filter((id) => id !== this.api.person);
    return channel.user && channel.user !== this.api.person ? channel.user : (others[0] ?? this.api.person);
  }

  /** @param {Channel} channel */
  channelLabel(channel) {
    return channel.is_im ? (this.users.get(this.otherEnd(channel))?.real_name ?? channel.name) : channel.name;
  }

  /**
   * Show a place; its messages are fetched and count as read.
   * @param {string} place channel id or "home"
   * @returns {Promise<number>} how many of them were unread
   */
  async visit(place) {
    this.place = place;
    const unread = this.unread.get(place) ?? 0;
    this.unread.delete(place);
    this.#changed("unread");
    const channel = this.channels.get(place);
    if (channel && !this.messages.has(place)) await this.#ifReached(() => this.messages.fetch(place));
    if (place === "home") await this.post("home", { tab: "home" });
    else if (channel && channel === this.appChannel) await this.post("home", { tab: "messages" });
    return unread;
  }

  /**
   * A call that changes something. Never throws: a lost connection is an answer with an error.
   * @param {string} name
   * @param {Record<string, any>} [body]
   * @returns {Promise<any>}
   */
  async post(name, body) {
    try {
      const answer = await this.api.post(name, body);
      if (!this.live?.open) await this.refresh();
      return answer;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      return { ok: false, error: "unreachable" };
    }
  }

  /**
   * A line of the workspace itself in a channel, for this reader only.
   * @param {string} channel
   * @param {string} text
   */
  notice(channel, text) {
    const ts = (Date.now() / 1000).toFixed(6);
    this.messages.put(channel, { ts: `${ts}`, user: "", text, ephemeral: true, notice: true });
  }

  /**
   * Let the page say that something had no effect.
   * @param {{ command?: string, action?: string, view_id?: string, reason: string }} failure
   */
  fail(failure) {
    this.dispatchEvent(new CustomEvent("failed", { detail: failure }));
  }

  /**
   * An error code in words.
   * @param {string | undefined} reason
   */
  reason(reason) {
    return reasonInWords(reason, this.appName);
  }

  /** Whatever happened while nobody listened is read now. */
  async #up() {
    this.#connection(true);
    await this.#reload();
  }

  #reload() {
    return this.#ifReached(() => this.refresh());
  }

  /**
   * Read something; when the connection is lost it is read when it comes back.
   * @param {() => Promise<any>} work
   */
  async #ifReached(work) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
  }

  /** @param {boolean} connected */
  #connection(connected) {
    this.connected = connected;
    this.#changed("connection");
  }

  /** @param {any} event */
  #event(event) {
    const handler = this.#handlers[event.type];
    if (handler) handler(event);
  }

  /** @type {Record<string, (event: any) => void>} */
  #handlers = {
    message: (event) => this.#arrived(event.channel, event.message),
    message_changed: (event) => this.#edited(event.channel, event.message),
    message_deleted: (event) => this.messages.remove(event.channel, event.ts),
    channel: (event) => {
      const { channel } = event;
      if (channel.members.includes(this.api.person)) this.channels.set(channel.id, channel);
      else this.channels.delete(channel.id);
      this.#changed("state");
    },
    views: (event) => {
      this.#viewEvents += 1;
      this.stack = this.forms.of(event);
      this.viewsError = event.error;
      this.#changed("views");
    },
    home: (event) => {
      this.#viewEvents += 1;
      this.home = event.view;
      this.#changed("home");
    },
    status: (event) => {
      this.appStatus = event.app;
      this.#changed("status");
    },
    failed: (event) => this.fail(event),
    colleagues: () => this.#changed("colleagues"),
    reset: () => this.dispatchEvent(new Event("reset")),
  };

  /**
   * @param {string} channel
   * @param {Message} message
   */
  #arrived(channel, message) {
    if (channel !== this.place && message.user !== this.api.person) {
      this.unread.set(channel, (this.unread.get(channel) ?? 0) + 1);
      this.#changed("unread");
    }
    this.messages.put(channel, message);
    this.dispatchEvent(new CustomEvent("arrived", { detail: { channel, message } }));
  }

  /**
   * @param {string} channel
   * @param {Message} message
   */
  #edited(channel, message) {
    const before = this.messages.find(channel, message);
    this.messages.put(channel, message);
    if (before && before.text !== message.text) {
      this.dispatchEvent(new CustomEvent("edited", { detail: { channel, message } }));
    }
  }

  /** @param {string} topic */
  #changed(topic) {
    this.dispatchEvent(new CustomEvent("changed", { detail: topic }));
  }

  /**
   * Call back whenever one of the topics changes.
   * @param {string[]} topics
   * @param {() => void} callback
   */
  on(topics, callback) {
    this.addEventListener("changed", (event) => {
      if (topics.includes(/** @type {CustomEvent} */ (event).detail)) callback();
    });
  }
}
