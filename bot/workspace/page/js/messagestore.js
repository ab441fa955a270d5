// @ts-check
/** The messages that the page has read, by channel. */

import { Dismissed } from "./dismissed.js";

/**
 * @typedef {import("./model.js").Message} Message
 * @typedef {(known: Map<string, Message>) => void} Change
 * @typedef {{ since: Change[] }} Fetch what has changed since it was asked for
 */

/** A message's key within its channel. @param {Message} message */
export const keyOf = (message) => (message.ephemeral ? `e${message.ts}` : message.ts);

/** A channel is read whole when it is opened; from then on it is kept up to date. */
export class MessageStore {
  /** @type {Map<string, Map<string, Message>>} */
  #known = new Map();
  /** @type {Map<string, Fetch>} the latest request of each channel that has no answer yet */
  #fetches = new Map();

  /**
   * @param {import("./api.js").Api} api
   * @param {() => void} changed called after every change
   */
  constructor(api, changed) {
    this.api = api;
    this.changed = changed;
    this.dismissed = new Dismissed(api.person);
  }

  /**
   * The messages of a channel in their order.
   * @param {string} channel
   * @returns {Message[]}
   */
  in(channel) {
    const known = [...(this.#known.get(channel)?.values() ?? [])];
    const shown = known.filter((one) => !this.dismissed.has(channel, keyOf(one)));
    return shown.sort((a, b) => Number(a.ts) - Number(b.ts));
  }

  /**
   * The message as it is known, by the key of another drawing of it.
   * @param {string} channel
   * @param {Message} message
   */
  find(channel, message) {
    return this.#known.get(channel)?.get(keyOf(message));
  }

  /** Whether a channel has been read. @param {string} channel */
  has(channel) {
    return this.#known.has(channel);
  }

  /** Forget all but one channel, or everything. @param {string} [kept] */
  forget(kept) {
    for (const channel of this.#known.keys()) if (channel !== kept) this.#known.delete(channel);
  }

  /**
   * Read a channel. Changes that come meanwhile are not lost: they are made in the answer too.
   * @param {string} channel
   */
  async fetch(channel) {
    /** @type {Fetch} */
    const fetching = { since: [] };
    this.#fetches.set(channel, fetching);
    const { messages = [] } = await this.api.get("messages", { channel });
    if (this.#fetches.get(channel) !== fetching) return;
    this.#fetches.delete(channel);
    const notices = this.in(channel).filter((message) => message.notice);
    const known = new Map([...messages, ...notices].map((message) => [keyOf(message), message]));
    for (const change of fetching.since) change(known);
    this.#known.set(channel, known);
    this.changed();
  }

  /**
   * Add a message, or put it in the place of the one with its key.
   * @param {string} channel
   * @param {Message} message
   */
  put(channel, message) {
    this.#change(channel, (known) => known.set(keyOf(message), message));
  }

  /**
   * @param {string} channel
   * @param {string} ts
   */
  remove(channel, ts) {
    this.#change(channel, (known) => {
      known.delete(ts);
      known.delete(`e${ts}`);
    });
  }

  /**
   * Take a message that only this reader sees off the page.
   * @param {string} channel
   * @param {Message} message
   */
  dismiss(channel, message) {
    this.dismissed.add(channel, keyOf(message));
    this.remove(channel, message.ts);
  }

  /**
   * @param {string} channel
   * @param {Change} change
   */
  #change(channel, change) {
    const known = this.#known.get(channel);
    if (known) change(known);
    this.#fetches.get(channel)?.since.push(change);
    this.changed();
  }
}
