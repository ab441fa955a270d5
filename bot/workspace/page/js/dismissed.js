// @ts-check
/** Which of their own messages a person has taken off this tab. */

/** Remembered until the tab is closed. */
export class Dismissed {
  /** @param {string} person */
  constructor(person) {
    this.name = `workspace.dismissed.${person}`;
    this.keys = new Set(JSON.parse(sessionStorage.getItem(this.name) ?? "[]"));
  }

  /**
   * @param {string} channel
   * @param {string} key of the message
   */
  has(channel, key) {
    return this.keys.has(`${channel} ${key}`);
  }

  /**
   * @param {string} channel
   * @param {string} key of the message
   */
  add(channel, key) {
    this.keys.add(`${channel} ${key}`);
    sessionStorage.setItem(this.name, JSON.stringify([...this.keys]));
  }
}
