// @ts-check
/** Starts the page: one person, one model, one shell. */

import { h } from "./dom.js";
import { Model, UnknownPerson } from "./model.js";
import { Shell } from "./shell.js";
import { language, t } from "./words.js";

const RETRY_AFTER = 1500;
const DEFAULT_PERSON = "U0KARIN";

/** Open the workspace; until it answers, say so and try again. */
async function open() {
  const root = /** @type {HTMLElement} */ (document.getElementById("app"));
  const person = new URLSearchParams(location.search).get("as") ?? DEFAULT_PERSON;
  const model = new Model(person);
  const shell = new Shell(model, root);
  try {
    await model.start();
  } catch (error) {
    cannotOpen(root, error);
    return;
  }
  shell.show();
}

/**
 * @param {HTMLElement} root
 * @param {unknown} error
 */
function cannotOpen(root, error) {
  const unknown = error instanceof UnknownPerson;
  const way = unknown && h("a", { href: `/?as=${DEFAULT_PERSON}` }, t("goDefault"));
  const words = h("span", {}, t(unknown ? "unknownPerson" : "cannotOpen"), " ", way);
  root.replaceChildren(h("p", { class: "loading", role: "alert" }, words));
  if (unknown) return;
  console.error(error);
  setTimeout(open, RETRY_AFTER);
}

document.documentElement.lang = language();
const skip = /** @type {HTMLElement} */ (document.getElementById("skip"));
skip.textContent = t("skip");
open();
