// @ts-check
/** The calls and the live connection that the page uses. */

/** The workspace could not be reached, or did not answer as agreed. */
export class Unreachable extends Error {}

/** A person's connection to the workspace. */
export class Api {
  /** @param {string} person user id of the reader */
  constructor(person) {
    this.person = person;
    /** This load of the page; the forms that the app answers a step with are shown in it alone. */
    this.tab = crypto.getRandomValues(new Uint32Array(4)).join("-");
  }

  /**
   * @param {string} name "state", "messages" or "views"
   * @param {Record<string, string>} [query]
   * @returns {Promise<any>}
   */
  get(name, query = {}) {
    const search = new URLSearchParams({ as: this.person, ...query });
    return this.#answer(fetch(`/client/${name}?${search}`, { cache: "no-store" }));
  }

  /**
   * @param {string} name
   * @param {Record<string, any>} [body]
   * @returns {Promise<any>} always with `ok`
   */
  post(name, body = {}) {
    return this.#answer(
      fetch(`/client/${name}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ as: this.person, tab_id: this.tab, ...body }),
      }),
    );
  }

  /** @param {Promise<Response>} request */
  async #answer(request) {
    try {
      const response = await request;
      return await response.json();
    } catch (cause) {
      throw new Unreachable("workspace", { cause });
    }
  }
}

const FIRST_WAIT = 400;
const LONGEST_WAIT = 8000;

/** The live events, with automatic reconnection. */
export class Live {
  /**
   * @param {string} person
   * @param {{ event: (event: any) => void, up: () => void, down: () => void }} listener
   */
  constructor(person, listener) {
    this.person = person;
    this.listener = listener;
    this.open = false;
    this.wasOpen = false;
    this.wait = FIRST_WAIT;
    this.#connect();
    addEventListener("online", () => this.#hurry());
    document.addEventListener("visibilitychange", () => this.#hurry());
  }

  #connect() {
    this.timer = undefined;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const address = `${scheme}://${location.host}/client/live?as=${encodeURIComponent(this.person)}`;
    const socket = new WebSocket(address);
    socket.onopen = () => this.#opened();
    socket.onmessage = (message) => this.listener.event(JSON.parse(message.data));
    socket.onclose = () => this.#closed();
  }

  #opened() {
    this.open = true;
    this.wait = FIRST_WAIT;
    this.listener.up();
    this.wasOpen = true;
  }

  #closed() {
    if (this.open || !this.wasOpen) this.listener.down();
    this.open = false;
    this.timer = setTimeout(() => this.#connect(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  #hurry() {
    if (this.timer === undefined || document.hidden) return;
    clearTimeout(this.timer);
    this.#connect();
  }
}
