// @ts-check
/** What the page knows of the workspace, kept up to date by the live events. */

import { Api, Live, Unreachable } from "./api.js";
import { Dismissed } from "./dismissed.js";
import { t } from "./words.js";

/**
 * @typedef {{ id: string, name: string, real_name: string, title?: string, color?: string,
 *   is_bot?: boolean, is_restricted?: boolean }} User
 * @typedef {{ id: string, name: string, topic?: string, is_private?: boolean, is_im?: boolean,
 *   user?: string, members: string[] }} Channel
 * @typedef {{ ts: string, user: string, bot?: boolean, text: string, blocks?: any[],
 *   ephemeral?: boolean, edited?: boolean, reactions?: any[], files?: any[],
 *   is_command_echo?: boolean, notice?: boolean }} Message
 * @typedef {{ since: ((known: Map<string, Message>) => void)[] }} Fetch what has changed since it
 *   was asked for
 */

/** What the workspace's error codes are called. @type {Record<string, Parameters<typeof t>[0]>} */
const REASONS = {
  unreachable: "reasonNetwork",
  operation_timeout: "reasonTimeout",
  dispatch_failed: "reasonAway",
  invalid_response: "reasonInvalid",
  unknown_command: "reasonUnknownCommand",
  user_not_found: "reasonUnknownPerson",
  already_in_channel: "reasonAlreadyIn",
  view_not_found: "reasonGone",
  message_not_found: "reasonGone",
  action_not_found: "reasonGone",
};

/** The workspace has no such person. */
export class UnknownPerson extends Error {}

/** A message's key within its channel. @param {Message} message */
export const keyOf = (message) => (message.ephemeral ? `e${message.ts}` : message.ts);

/**
 * One person's view of the workspace. Dispatches "changed" events whose `detail` is the topic:
 * "state", "messages", "unread", "views", "home", "status", "connection".
 */
export class Model extends EventTarget {
  /** @type {Map<string, Fetch>} the latest request of each channel that has no answer yet */
  #fetches = new Map();

  /** @param {string} person */
  constructor(person) {
    super();
    this.api = new Api(person);
    this.connected = true;
    this.appStatus = "connected";
    /** @type {Map<string, User>} */ this.users = new Map();
    /** @type {Map<string, Channel>} */ this.channels = new Map();
    /** @type {Map<string, Map<string, Message>>} */ this.messages = new Map();
    /** @type {Map<string, number>} */ this.unread = new Map();
    this.dismissed = new Dismissed(person);
    /** @type {any[]} */ this.stack = [];
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
    await this.refresh();
    this.live = new Live(this.api.person, {
      event: (event) => this.#event(event),
      up: () => this.#up(),
      down: () => this.#connection(false),
    });
  }

  /** Fetch everything anew; what is shown is fetched at once, the rest when it is opened. */
  async refresh() {
    const [state, views] = await Promise.all([this.api.get("state"), this.api.get("views")]);
    if (state.error) throw new UnknownPerson(state.error);
    this.#takeState(state);
    for (const channel of this.messages.keys()) if (channel !== this.place) this.messages.delete(channel);
    this.stack = views.stack ?? [];
    this.viewsError = undefined;
    this.home = views.home ?? null;
    if (this.channels.has(this.place)) await this.fetchMessages(this.place);
    for (const topic of ["state", "views", "home", "status", "messages"]) this.#changed(topic);
  }

  /** Show the forms and the home that are open already. */
  refreshViews() {
    for (const topic of ["views", "home"]) this.#changed(topic);
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
   * The messages of a channel in their order.
   * @param {string} channel
   * @returns {Message[]}
   */
  messagesIn(channel) {
    const known = this.messages.get(channel);
    const shown = [...(known?.values() ?? [])].filter((one) => !this.dismissed.has(channel, keyOf(one)));
    return shown.sort((a, b) => Number(a.ts) - Number(b.ts));
  }

  /** @param {string} channel */
  async fetchMessages(channel) {
    /** @type {Fetch} */
    const fetching = { since: [] };
    this.#fetches.set(channel, fetching);
    const { messages = [] } = await this.api.get("messages", { channel });
    if (this.#fetches.get(channel) !== fetching) return;
    this.#fetches.delete(channel);
    const notices = this.messagesIn(channel).filter((message) => message.notice);
    const all = [...messages, ...notices];
    const known = new Map(all.map((message) => [keyOf(message), message]));
    for (const change of fetching.since) change(known);
    this.messages.set(channel, known);
  }

  /**
   * Show a place; its messages are fetched and count as read.
   * @param {string} place channel id or "home"
   */
  async visit(place) {
    this.place = place;
    this.unread.delete(place);
    this.#changed("unread");
    const channel = this.channels.get(place);
    if (channel && !this.messages.has(place)) {
      await this.fetchMessages(place);
      this.#changed("messages");
    }
    if (place === "home") await this.post("home", { tab: "home" });
    else if (channel && channel === this.appChannel) await this.post("home", { tab: "messages" });
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
    this.#put(channel, { ts: `${ts}`, user: "", text, ephemeral: true, notice: true });
  }

  /**
   * Let the page say that something had no effect.
   * @param {{ command?: string, action?: string, view_id?: string, reason: string }} failure
   */
  fail(failure) {
    this.dispatchEvent(new CustomEvent("failed", { detail: failure }));
  }

  /**
   * Take a message that only this reader sees off the page.
   * @param {string} channel
   * @param {Message} message
   */
  dismiss(channel, message) {
    this.dismissed.add(channel, keyOf(message));
    this.messages.get(channel)?.delete(keyOf(message));
    this.#changed("messages");
  }

  /**
   * An error code in words.
   * @param {string | undefined} reason
   */
  reason(reason) {
    const phrase = REASONS[reason ?? ""];
    return phrase ? t(phrase, { app: this.appName }) : t("reasonOther", { reason: reason ?? "?" });
  }

  /** Whatever happened while nobody listened is read now. */
  async #up() {
    this.#connection(true);
    await this.#reload();
  }

  async #reload() {
    try {
      await this.refresh();
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
    message_changed: (event) => this.#put(event.channel, event.message),
    message_deleted: (event) => this.#removed(event.channel, event.ts),
    channel: (event) => {
      this.channels.set(event.channel.id, event.channel);
      this.#changed("state");
    },
    views: (event) => {
      this.stack = event.stack;
      this.viewsError = event.error;
      this.#changed("views");
    },
    home: (event) => {
      this.home = event.view;
      this.#changed("home");
    },
    status: (event) => {
      this.appStatus = event.app;
      this.#changed("status");
    },
    failed: (event) => this.fail(event),
    reset: () => {
      this.unread.clear();
      this.messages.clear();
      this.#reload();
    },
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
    this.#put(channel, message);
    this.dispatchEvent(new CustomEvent("arrived", { detail: { channel, message } }));
  }

  /**
   * Channels that are not open yet are fetched whole when they are.
   * @param {string} channel
   * @param {Message} message
   */
  #put(channel, message) {
    this.#change(channel, (known) => known.set(keyOf(message), message));
  }

  /**
   * @param {string} channel
   * @param {string} ts
   */
  #removed(channel, ts) {
    this.#change(channel, (known) => {
      known.delete(ts);
      known.delete(`e${ts}`);
    });
  }

  /**
   * Change what is known of a channel, and what is on its way from the server too.
   * @param {string} channel
   * @param {(known: Map<string, Message>) => void} change
   */
  #change(channel, change) {
    const known = this.messages.get(channel);
    if (known) change(known);
    this.#fetches.get(channel)?.since.push(change);
    this.#changed("messages");
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
