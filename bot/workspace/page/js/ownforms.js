// @ts-check
/** Which of a person's forms this tab shows: those that were opened in it. */

const NAME = "workspace.form";
/** The calls that an app may answer with a form. */
const STEPS = ["command", "action", "submit"];
/** An app may open a form for three seconds after a step; the rest is for the way here. */
const STEP_LASTS = 6000;

/**
 * A form belongs to the person who opened it and to the tab where they did, over a reload too. The
 * workspace tells every page of a person of their forms; the tab in which the person just took a
 * step is the one that asked for it.
 */
export class OwnForms {
  /** @type {string | undefined} the form at the bottom of the latest stack, anybody's */
  #seen = undefined;
  #stepUntil = 0;

  /** @param {string} person */
  constructor(person) {
    this.mark = `${person} `;
    const kept = sessionStorage.getItem(NAME) ?? "";
    this.own = kept.startsWith(this.mark) ? kept.slice(this.mark.length) : "";
  }

  /** The person does something here. @param {string} name of the call */
  called(name) {
    if (STEPS.includes(name)) this.#stepUntil = performance.now() + STEP_LASTS;
  }

  /**
   * The stack as this tab shows it: whole, or empty.
   * @param {any[]} stack
   */
  of(stack) {
    const root = stack[0]?.root_view_id ?? "";
    if (root !== this.#seen) this.#take(root);
    return root === this.own ? stack : [];
  }

  /** @param {string} root of a stack that is new, or "" when there is none */
  #take(root) {
    this.#seen = root;
    if (root && root !== this.own) {
      this.own = performance.now() < this.#stepUntil ? root : "";
      this.#stepUntil = 0;
    } else if (!root) this.own = "";
    sessionStorage.setItem(NAME, this.mark + this.own);
  }
}
