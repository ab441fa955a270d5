// @ts-check
/** A stand-in for the workspace's model: it knows who is mentioned, and presses lead nowhere. */

export class PreviewModel {
  #listeners = /** @type {(() => void)[]} */ ([]);

  /**
   * @param {any} shown what the server told
   * @param {string} scene its key: each has somebody of its own, so that no form forgets another's draft
   */
  constructor(shown, scene) {
    this.api = { person: `preview ${scene}` };
    this.users = new Map(shown.people.map((/** @type {any} */ one) => [one.id, one]));
    this.channels = new Map();
    this.messages = { dismiss: () => undefined };
    this.stack = /** @type {any[]} */ ([]);
    this.directory = {
      me: "",
      personName: (/** @type {string} */ id) => this.users.get(id)?.real_name ?? null,
      channelName: () => null,
    };
  }

  /**
   * @param {string[]} topics
   * @param {() => void} listener
   */
  on(topics, listener) {
    if (topics.includes("views")) this.#listeners.push(listener);
  }

  /** Tell the form that there is another view. @param {any} view */
  show(view) {
    this.stack = [view];
    for (const listener of this.#listeners) listener();
  }

  /** Nothing is sent anywhere. */
  async post() {
    return { ok: true };
  }

  fail() {}

  /** @param {string | undefined} reason */
  reason(reason) {
    return reason ?? "";
  }
}
