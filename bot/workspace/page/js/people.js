// @ts-check
/** Choose who to be. The person stands in the address, so two tabs are two people. */

import { avatar } from "./avatar.js";
import { h, uniqueId } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").User} User */

/** @param {string} id */
const addressOf = (id) => `/?as=${encodeURIComponent(id)}`;

/**
 * Show the picker.
 * @param {Model} model
 */
export function choosePerson(model) {
  const titleId = uniqueId("people");
  const close = h("button", { type: "button", class: "plain-icon", "aria-label": t("close") }, icon("close"));
  const people = [...model.users.values()].filter((user) => !user.is_bot);
  const rows = people.map((user) => row(user, user.id === model.me.id));
  const dialog = h(
    "dialog",
    { class: "form-dialog people", "aria-labelledby": titleId },
    h("header", { class: "form-head" }, h("h2", { id: titleId, class: "form-title" }, t("whoAreYou")), close),
    h("p", { class: "muted people-help" }, t("whoHelp")),
    finder(rows),
    h("ul", { class: "people-list" }, rows),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * @param {User} user
 * @param {boolean} mine
 */
function row(user, mine) {
  const facts = [
    user.title,
    user.is_restricted && !/gäst|guest/i.test(user.title ?? "") && t("guest"),
  ].filter(Boolean);
  const words = h(
    "span",
    { class: "people-words" },
    h("span", {}, user.real_name),
    h("span", { class: "muted" }, mine ? t("thisIsYou") : facts.join(", ")),
  );
  const current = mine ? { "aria-current": "true" } : {};
  const be = h(
    "a",
    { class: "people-be", href: addressOf(user.id) + location.hash, ...current },
    avatar(user),
    words,
  );
  const tab = h(
    "a",
    {
      class: "people-tab",
      href: addressOf(user.id) + location.hash,
      target: "_blank",
      "aria-label": t("openTabAs", { name: user.real_name }),
    },
    t("openTab"),
    icon("newTab"),
  );
  return h("li", { class: "people-row" }, be, tab);
}

/** @param {HTMLElement[]} rows */
function finder(rows) {
  const nobody = h("p", { class: "muted", role: "status" });
  const field = h("input", {
    type: "search",
    class: "control",
    placeholder: t("findPerson"),
    "aria-label": t("findPerson"),
  });
  field.addEventListener("input", () => {
    const words = field.value.trim().toLocaleLowerCase("sv");
    for (const one of rows) one.hidden = !one.textContent?.toLocaleLowerCase("sv").includes(words);
    nobody.textContent = rows.every((one) => one.hidden) ? t("nobodyFound") : "";
  });
  return h("div", { class: "people-find" }, field, nobody);
}
