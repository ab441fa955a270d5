// @ts-check
/** The controls of the preview. It asks again and again whether a file has changed. */

import { h } from "/page/js/dom.js";

const EVERY = 400;
const LANGUAGES = { sv: "Svenska", lattlast: "Lättläst", en: "English" };

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);
const [bar, lost, told, chat, paper] = ["bar", "lost", "told", "chat", "paper"].map(part);

const address = new URLSearchParams(location.hash.slice(1));
const wanted = {
  at: address.get("at") ?? "",
  language: address.get("language") ?? "sv",
  where: address.get("where") ?? "chat",
  width: address.get("width") ?? "wide",
  look: localStorage.getItem("workspace.theme") ?? "auto",
};
let tag = "";
let shown = /** @type {any} */ (null);
let controls = "";
/** How far down the paper was read, until it is drawn again. */
let read = 0;

/** Ask once, and draw what has changed. */
async function ask() {
  const asked = query();
  const headers = tag ? { "If-None-Match": tag } : undefined;
  const answer = await fetch(`/show?${asked}`, { headers, cache: "no-store" });
  if (answer.status === 304 || asked.toString() !== query().toString()) return;
  if (!answer.ok) throw new Error(String(answer.status));
  tag = answer.headers.get("etag") ?? "";
  const now = await answer.json();
  const other = shown?.at !== now.at;
  shown = now;
  wanted.at = now.at;
  draw(other);
}

const query = () => new URLSearchParams({ at: wanted.at, language: wanted.language });

/** The page goes on by itself when the preview is started again. */
async function follow() {
  try {
    await ask();
    lost.hidden = true;
  } catch {
    if (shown) lost.textContent = shown.words.lost;
    lost.hidden = !shown;
  }
  setTimeout(follow, EVERY);
}

/** @param {boolean} other whether another theme is shown than before */
function draw(other) {
  document.documentElement.lang = shown.lang;
  document.title = shown.words.title;
  if (wanted.look === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted.look;
  localStorage.setItem("workspace.theme", wanted.look);
  history.replaceState(null, "", `#${new URLSearchParams({ at: wanted.at, language: wanted.language, where: wanted.where, width: wanted.width })}`);
  drawBar();
  drawProblems();
  drawStage(other);
}

function drawBar() {
  const { words, items } = shown;
  const signature = JSON.stringify([words, items, wanted]);
  if (signature === controls) return;
  controls = signature;
  const focused = document.activeElement?.getAttribute("data-focus");
  bar.replaceChildren(
    h("h1", {}, words.title),
    chooser("at", words.what, groups(items)),
    chooser(
      "language",
      words.language,
      Object.entries(LANGUAGES).map(([value, name]) => option(value, name, wanted.language)),
    ),
    buttons("where", words.where, ["chat", "paper"]),
    buttons("width", words.width, ["wide", "phone"]),
    buttons("look", words.look, ["auto", "light", "dark"]),
    ...(wanted.where === "paper" ? [printButton(words.print)] : []),
  );
  if (focused) /** @type {HTMLElement | null} */ (bar.querySelector(`[data-focus="${focused}"]`))?.focus();
}

/** @param {string} label */
const printButton = (label) =>
  h(
    "button",
    { type: "button", class: "print", "data-focus": "print", onclick: () => paper.contentWindow.print() },
    label,
  );

/** @param {any[]} items */
function groups(items) {
  const names = [...new Set(items.map((one) => one.group))];
  return names.map((name) =>
    h(
      "optgroup",
      { label: name },
      items.filter((one) => one.group === name).map((one) => option(one.at, one.title, wanted.at)),
    ),
  );
}

/**
 * @param {string} value
 * @param {string} name
 * @param {string} current
 */
const option = (value, name, current) => h("option", { value, selected: value === current }, name);

/**
 * @param {"at" | "language"} what
 * @param {string} label
 * @param {Node[]} options
 */
function chooser(what, label, options) {
  const select = h("select", { id: `choose-${what}`, "data-focus": what }, options);
  select.addEventListener("change", () => {
    wanted[what] = select.value;
    tag = "";
    ask().catch(() => undefined); // the page asks again, and then says that nobody answers
  });
  return h("div", { class: "choice" }, h("label", { for: select.id }, label), select);
}

/**
 * @param {"where" | "width" | "look"} what
 * @param {string} label
 * @param {string[]} values
 */
function buttons(what, label, values) {
  const all = values.map((value) =>
    h(
      "button",
      {
        type: "button",
        "aria-pressed": String(wanted[what] === value),
        "data-focus": `${what}-${value}`,
        onclick: () => {
          wanted[what] = value;
          draw(false);
        },
      },
      shown.words[value],
    ),
  );
  return h("fieldset", { class: "choice" }, h("legend", {}, label), h("div", { class: "group" }, all));
}

function drawProblems() {
  const { notice, problems, words } = shown;
  // A screen reader reads what is drawn here: once is enough.
  const signature = JSON.stringify([notice, problems, words]);
  if (told.dataset.signature === signature) return;
  told.dataset.signature = signature;
  const of = (/** @type {boolean} */ mistake) =>
    problems.filter((/** @type {any} */ one) => one.mistake === mistake).map(problem);
  const lists = [
    [words.mistakes, of(true)],
    [words.advice, of(false)],
  ].filter(([, list]) => list.length);
  told.replaceChildren(
    ...(notice ? [h("p", { class: "notice" }, notice)] : []),
    ...lists.flatMap(([name, list]) => [h("h2", {}, name), h("ul", {}, list)]),
  );
}

/** @param {any} one */
const problem = (one) =>
  h("li", {}, h("span", { class: "place" }, `${one.place}: `), `${one.what} ${one.remedy}`);

/** @param {boolean} other */
function drawStage(other) {
  const onPaper = wanted.where === "paper";
  const none = !shown.items.some((/** @type {any} */ one) => one.at === shown.at);
  chat.hidden = onPaper || none;
  paper.hidden = !onPaper || none;
  for (const frame of [chat, paper]) frame.classList.toggle("phone", wanted.width === "phone");
  chat.title = shown.words.chat;
  paper.title = shown.words.paper;
  tell();
  if (onPaper && !none) drawPaper(other);
}

/** Tell the frame what to draw. */
function tell() {
  if (shown) chat.contentWindow.postMessage({ shown, look: wanted.look }, location.origin);
}

/** @param {boolean} other */
function drawPaper(other) {
  const source = `/paper?${query()}&version=${encodeURIComponent(tag)}`;
  if (paper.getAttribute("src") === source) return;
  read = other ? 0 : (paper.contentWindow?.scrollY ?? 0);
  paper.setAttribute("src", source);
}

chat.addEventListener("load", tell);
paper.addEventListener("load", () => paper.contentWindow.scrollTo(0, read));
follow();
