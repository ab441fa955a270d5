// @ts-check
/** What is written in forms that have not been sent in: kept by this tab over a reload. */

const ALL = "workspace.draft.";

/** The values of each open form, by `fieldKey`; the tab forgets them when the form is gone. */
export class Drafts {
  /** @type {Map<string, Map<string, any>>} */
  #byView = new Map();

  /** @param {string} person whoever had the tab before leaves nothing to them */
  constructor(person) {
    this.prefix = `${ALL}${person}.`;
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith(ALL) && !name.startsWith(this.prefix)) sessionStorage.removeItem(name);
    }
  }

  /**
   * What is written in a form so far.
   * @param {string} view
   * @returns {Map<string, any>}
   */
  of(view) {
    const known = this.#byView.get(view) ?? this.#stored(view);
    this.#byView.set(view, known);
    return known;
  }

  /** @param {string} view */
  #stored(view) {
    return new Map(JSON.parse(sessionStorage.getItem(this.prefix + view) ?? "[]"));
  }

  /** Keep what is written over a reload of the tab. @param {string} view */
  keep(view) {
    sessionStorage.setItem(this.prefix + view, JSON.stringify([...this.of(view)]));
  }

  /** A form that has been sent in is not kept. @param {string} view */
  sent(view) {
    sessionStorage.removeItem(this.prefix + view);
  }

  /** Forget all forms but these. @param {string[]} views */
  only(views) {
    for (const view of this.#byView.keys()) if (!views.includes(view)) this.#byView.delete(view);
    for (const name of Object.keys(sessionStorage)) {
      const gone = name.startsWith(this.prefix) && !views.includes(name.slice(this.prefix.length));
      if (gone) sessionStorage.removeItem(name);
    }
  }
}
