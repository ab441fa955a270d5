// @ts-check
/** Confirmation dialogs. */

import { h, uniqueId } from "./dom.js";
import { plainString, textNodes } from "./mrkdwn.js";
import { t } from "./words.js";

/** @typedef {{ title: string, body: Node[], yes: string, no: string, danger?: boolean }} Question */

/**
 * Ask before an app's action is sent.
 * @param {any} confirm Slack's confirmation object
 * @param {import("./mentions.js").Directory} directory
 */
export const confirmed = (confirm, directory) =>
  ask({
    title: plainString(confirm.title) || t("sure"),
    body: textNodes(confirm.text, directory),
    yes: plainString(confirm.confirm) || t("yes"),
    no: plainString(confirm.deny) || t("cancel"),
    danger: confirm.style === "danger",
  });

/**
 * Show a question with two answers. Escape means no.
 * @param {Question} question
 * @returns {Promise<boolean>}
 */
export function ask(question) {
  const titleId = uniqueId("ask");
  const textId = uniqueId("ask");
  const style = question.danger ? "danger" : "primary";
  const no = h("button", { type: "button", class: "button" }, question.no);
  const yes = h("button", { type: "button", class: `button ${style}` }, question.yes);
  const dialog = h(
    "dialog",
    { class: "ask", "aria-labelledby": titleId, "aria-describedby": textId },
    h("h2", { id: titleId }, question.title),
    h("div", { id: textId, class: "text" }, question.body),
    h("div", { class: "dialog-actions" }, no, yes),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    yes.addEventListener("click", () => dialog.close("yes"));
    no.addEventListener("click", () => dialog.close("no"));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
