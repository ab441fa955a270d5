// @ts-check
/** Which of a person's forms this tab shows: those that were opened in it. */

/** @typedef {import("./api.js").Api} Api */

const NAME = "workspace.form";

/**
 * A form belongs to the person who opened it and to the tab where they did, over a reload too. The
 * workspace tells every page of a person of their forms, and which load of the page they are for;
 * the tab remembers its form, so that its next load can go on with it.
 */
export class OwnForms {
  /** @param {Api} api */
  constructor(api) {
    this.api = api;
  }

  /** Go on with the form of this tab after a reload; the workspace refuses it to anybody else. */
  async resume() {
    const form = sessionStorage.getItem(NAME);
    if (form) await this.api.post("claim", { view_id: form });
  }

  /**
   * The stack as this tab shows it: whole, or empty.
   * @param {{ stack?: any[], tab_id?: string }} views
   */
  of({ stack = [], tab_id }) {
    const own = tab_id === this.api.tab ? stack : [];
    if (own.length) sessionStorage.setItem(NAME, own[0].id);
    else sessionStorage.removeItem(NAME);
    return own;
  }
}
