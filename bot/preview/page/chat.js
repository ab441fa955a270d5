// @ts-check
/** Draws what the page around it is told, with the workspace's own code. */

import { h } from "/page/js/dom.js";
import { FormDialog } from "/page/js/form.js";
import { messageNode } from "/page/js/message.js";
import { PreviewModel } from "./model.js";

const root = /** @type {HTMLElement} */ (document.getElementById("scenes"));
const name = /** @type {HTMLElement} */ (document.getElementById("name"));

/** What stands there, by key: it is drawn anew only when it has changed. */
const drawn = /** @type {Map<string, { signature: string, node: HTMLElement }>} */ (new Map());

addEventListener("message", (event) => {
  if (event.origin === location.origin && event.data?.shown) show(event.data);
});

/** @param {{ shown: any, look: string }} told */
function show({ shown, look }) {
  const place = document.documentElement;
  if (look === "auto") delete place.dataset.theme;
  else place.dataset.theme = look;
  place.lang = shown.lang;
  localStorage.setItem("workspace.language", shown.lang);
  document.title = shown.words.chat;
  name.textContent = shown.words.chat;
  const same = root.dataset.at === shown.at;
  root.dataset.at = shown.at;
  const at = root.scrollTop;
  const nodes = shown.scenes.map((/** @type {any} */ scene) => sceneNode(scene, shown));
  for (const node of [...root.children]) if (!nodes.includes(node)) node.remove();
  nodes.forEach((/** @type {HTMLElement} */ node, /** @type {number} */ index) => {
    if (root.children[index] !== node) root.insertBefore(node, root.children[index] ?? null);
  });
  root.scrollTop = same ? at : 0;
}

/**
 * @param {any} scene
 * @param {any} shown
 */
function sceneNode(scene, shown) {
  const signature = JSON.stringify([scene, shown.lang, shown.at]);
  const known = drawn.get(scene.key);
  if (known?.signature === signature) return known.node;
  const id = `scene-${scene.key}`;
  const inside = scene.view ? form(scene, shown) : message(scene, shown);
  const node = h(
    "section",
    { class: "scene", "aria-labelledby": id, "data-scene": scene.key },
    h("h2", { class: "scene-heading", id }, scene.heading),
    inside,
  );
  drawn.set(scene.key, { signature, node });
  return node;
}

/**
 * @param {any} scene
 * @param {any} shown
 */
const message = (scene, shown) =>
  messageNode(/** @type {any} */ (new PreviewModel(shown, scene.key)), "preview", scene.message, new Map(), false);

/**
 * The form stands among the messages instead of over them, and takes no focus.
 * @param {any} scene
 * @param {any} shown
 */
function form(scene, shown) {
  const model = new PreviewModel(shown, scene.key);
  const shape = new FormDialog(/** @type {any} */ (model));
  const id = `preview ${shown.at}`;
  shape.shown = { id, text: "" };
  shape.dialog.setAttribute("open", "");
  const node = h("div", { class: "form-frame" }, shape.dialog);
  // The form draws itself only while it stands in a page.
  root.append(node);
  model.show({ ...scene.view, id });
  return node;
}
