// @ts-check
/** Forms: the top of the person's stack of views, in one modal dialog. */

import { renderBlocks } from "./blocks.js";
import { h, keepFocus, uniqueId } from "./dom.js";
import { Drafts } from "./drafts.js";
import { whileBusy } from "./elements.js";
import { icon } from "./icons.js";
import { clearError, showError } from "./inputblock.js";
import { plainString } from "./mrkdwn.js";
import { fieldKey, makeSurface, nested } from "./surface.js";
import { problem } from "./validate.js";
import { t } from "./words.js";

/** @typedef {import("./model.js").Model} Model */

/** The dialog that shows the top form. */
export class FormDialog {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.drafts = new Drafts(model.api.person);
    this.shown = { id: "", text: "" };
    /** @type {string | null} the mark of what had the focus when the form was opened */
    this.opener = null;
    const titleId = uniqueId("form");
    this.title = h("h2", { id: titleId, tabindex: "-1", class: "form-title" });
    this.back = h("button", { type: "button", class: "plain-icon", "aria-label": t("back") }, icon("back"));
    this.close = h(
      "button",
      { type: "button", class: "plain-icon", "aria-label": t("close") },
      icon("close"),
    );
    this.body = h("div", { class: "form-body" });
    this.trouble = h("p", { class: "form-error", role: "alert", hidden: true });
    this.footer = h("footer", { class: "form-footer" });
    const head = h("header", { class: "form-head" }, this.back, this.title, this.close);
    this.form = h("form", { class: "form", novalidate: true }, head, this.body, this.trouble, this.footer);
    this.dialog = h("dialog", { class: "form-dialog", "aria-labelledby": titleId }, this.form);
    this.#listen();
  }

  #listen() {
    this.back.addEventListener("click", () => this.#leave(false));
    this.close.addEventListener("click", () => this.#leave(true));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.#leave(false);
    });
    this.form.addEventListener("keydown", (event) => this.#key(event));
    this.model.on(["views"], () => this.#update());
  }

  /** The form on top, or undefined. */
  get top() {
    return this.model.stack.at(-1);
  }

  /** Ctrl + Enter, or Cmd + Enter, hands in the form from any field. @param {KeyboardEvent} event */
  #key(event) {
    const wanted = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing;
    if (!wanted || !this.top?.submit) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  /** The shell asks again once the dialog stands in the page; before that nothing can be shown. */
  #update() {
    if (!this.dialog.isConnected) return;
    this.drafts.only(this.model.stack.map((view) => view.id));
    if (!this.top) this.#hide();
    else this.#show(this.top);
    if (this.model.viewsError) this.#trouble(this.model.viewsError);
  }

  #hide() {
    this.shown = { id: "", text: "" };
    if (!this.dialog.open) return;
    this.dialog.close();
    const active = document.activeElement;
    if (active === document.body || this.dialog.contains(active)) this.#placeForFocus()?.focus();
  }

  /**
   * The browser gives the focus back to what opened the form. Where that has been drawn anew it is
   * found by its mark, and where it is gone the focus goes to what is read.
   * @returns {HTMLElement | null}
   */
  #placeForFocus() {
    const again = this.opener && document.querySelector(`main [data-focus="${CSS.escape(this.opener)}"]`);
    return again || document.querySelector("main > :not([hidden]) [tabindex='0'], main > .home:not([hidden])");
  }

  #open() {
    this.opener = document.activeElement?.getAttribute("data-focus") ?? null;
    this.dialog.showModal();
  }

  /** @param {any} view */
  #show(view) {
    const text = JSON.stringify([view.title, view.blocks, view.submit, view.close]);
    const fresh = view.id !== this.shown.id;
    if (fresh || text !== this.shown.text) {
      this.shown = { id: view.id, text };
      keepFocus(this.dialog, () => this.#draw(view));
    }
    this.back.hidden = this.model.stack.length < 2 || view.clear_on_close;
    if (!this.dialog.open) this.#open();
    if (fresh) this.#firstFocus(view);
  }

  /** @param {any} view */
  #draw(view) {
    const values = this.drafts.of(view.id);
    for (const key of values.keys()) if (!onView(view, key)) values.delete(key);
    const surface = makeSurface(this.model, view.id, { view_id: view.id }, values, view.state?.values ?? {});
    surface.touched = () => {
      this.#quiet();
      this.drafts.keep(view.id);
    };
    this.title.textContent = plainString(view.title);
    this.body.replaceChildren(...renderBlocks(view.blocks, surface));
    this.footer.replaceChildren(...this.#buttons(view));
    this.#quiet();
  }

  /** @param {any} view */
  #buttons(view) {
    const close = h("button", { type: "button", class: "button" }, plainString(view.close) || t("close"));
    close.addEventListener("click", () => this.#leave(false));
    if (!view.submit) return [close];
    return [close, h("button", { type: "submit", class: "button primary" }, plainString(view.submit))];
  }

  /**
   * The heading is read first, unless the app asks for a field.
   * @param {any} view
   */
  #firstFocus(view) {
    const wanted = view.blocks.find((/** @type {any} */ block) => block.element?.focus_on_load);
    this.body.scrollTop = 0;
    if (wanted) focusBlock(this.#block(wanted.block_id));
    else this.title.focus();
  }

  /** @param {string} id @returns {HTMLElement | null} */
  #block(id) {
    return this.body.querySelector(`[data-block="${CSS.escape(id)}"]`);
  }

  /** @param {boolean} clear the whole stack, not only the top */
  async #leave(clear) {
    if (this.top) await this.model.post("close", { view_id: this.top.id, clear });
  }

  async #submit() {
    const view = this.top;
    const values = this.drafts.of(view.id);
    const errors = localErrors(view, values);
    if (Object.keys(errors).length) {
      this.#errors(errors);
      return;
    }
    const button = /** @type {HTMLButtonElement} */ (this.footer.querySelector("[type=submit]"));
    this.#quiet();
    await whileBusy(button, () => this.#send(view, values));
  }

  /**
   * @param {any} view
   * @param {Map<string, any>} values
   */
  async #send(view, values) {
    this.form.setAttribute("aria-busy", "true");
    const answer = await this.model.post("submit", { view_id: view.id, values: nested(values) });
    this.form.removeAttribute("aria-busy");
    if (answer.ok) this.drafts.sent(view.id);
    if (this.top?.id !== view.id) return;
    if (answer.errors) this.#errors(answer.errors);
    else if (!answer.ok) this.#trouble(answer.error);
  }

  /** @param {Record<string, string>} errors by block */
  #errors(errors) {
    for (const block of this.body.querySelectorAll(".block-input"))
      clearError(/** @type {HTMLElement} */ (block));
    const found = Object.keys(errors).map((id) => this.#block(id));
    const loose = Object.entries(errors).filter(([id]) => !this.#block(id)?.querySelector(".error"));
    for (const [id, message] of Object.entries(errors)) {
      const block = this.#block(id);
      if (block?.querySelector(".error")) showError(block, message);
    }
    this.#say([t("checkFields"), ...loose.map(([, message]) => message)].join(" "));
    focusBlock(first(found));
  }

  /** @param {string | undefined} reason */
  #trouble(reason) {
    this.#say(t("formError", { reason: this.model.reason(reason) }));
  }

  /** @param {string} words */
  #say(words) {
    this.trouble.textContent = words;
    this.trouble.hidden = false;
  }

  /**
   * Say that something in the form went wrong.
   * @param {string} words
   */
  fail(words) {
    this.#say(words);
  }

  #quiet() {
    this.trouble.hidden = true;
    this.trouble.textContent = "";
  }
}

/**
 * Whether a value belongs to a field that the view has now.
 * @param {any} view
 * @param {string} key
 */
const onView = (view, key) =>
  view.blocks.some((/** @type {any} */ block) =>
    [block.element, block.accessory, ...(block.elements ?? [])].some(
      (element) => element?.action_id && fieldKey(block, element) === key,
    ),
  );

/**
 * @param {any} view
 * @param {Map<string, any>} values
 */
function localErrors(view, values) {
  /** @type {Record<string, string>} */
  const errors = {};
  for (const block of view.blocks) {
    const state = block.type === "input" && values.get(fieldKey(block, block.element));
    const message = state && problem(block, state);
    if (message) errors[block.block_id] = message;
  }
  return errors;
}

/**
 * The block that stands first on the page.
 * @param {(HTMLElement | null)[]} blocks
 */
function first(blocks) {
  const present = /** @type {HTMLElement[]} */ (blocks.filter(Boolean));
  return present.sort((a, b) =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )[0];
}

/** @param {HTMLElement | null | undefined} block */
function focusBlock(block) {
  const control = block?.querySelector("[data-control]");
  const inside = control?.matches("[role=radiogroup], [role=group]")
    ? control.querySelector("input")
    : control;
  if (inside instanceof HTMLElement) inside.focus();
  block?.scrollIntoView({ block: "nearest" });
}
