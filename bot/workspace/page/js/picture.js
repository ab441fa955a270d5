// @ts-check
/** Image blocks, image elements and uploaded files. */

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { plainString } from "./mrkdwn.js";
import { t } from "./words.js";

/** @param {any} image */
const addressOf = (image) => image.image_url ?? image.slack_file?.url ?? fileAddress(image.slack_file?.id);

/** @param {string | undefined} id */
const fileAddress = (id) => (id ? `/files/${id}` : "");

/**
 * An image that says in words what it would have shown when it can't be loaded.
 * @param {string} address
 * @param {string} alt
 * @param {string} [kind] an extra class
 */
function pictureNode(address, alt, kind = "") {
  const image = h("img", { class: `picture ${kind}`, src: address, alt, loading: "lazy" });
  image.addEventListener("error", () => {
    image.replaceWith(h("p", { class: "unsupported" }, t("imageMissing", { alt })));
  });
  return image;
}

/**
 * An image block, or an image beside a section.
 * @param {any} image
 * @param {import("./mentions.js").Directory} _directory
 */
export function picture(image, _directory) {
  const title = image.title ? h("figcaption", {}, plainString(image.title)) : null;
  return h("figure", { class: "figure" }, title, pictureNode(addressOf(image), image.alt_text ?? ""));
}

/**
 * A small image beside a text.
 * @param {any} element
 */
export const thumbnail = (element) => pictureNode(addressOf(element), element.alt_text ?? "", "thumbnail");

/**
 * A file of a message: pictures are shown, others are links.
 * @param {any} file
 */
export function fileNode(file) {
  const address = file.url_private ?? file.url ?? fileAddress(file.id);
  const name = file.title || file.name || file.id;
  if ((file.mimetype ?? "").startsWith("image/") || /\.(png|jpe?g|gif|svg|webp)$/i.test(file.name ?? "")) {
    const alt = file.alt_txt || file.alt_text || name;
    return h("figure", { class: "figure" }, h("figcaption", {}, name), pictureNode(address, alt));
  }
  const open = { class: "file", href: address, target: "_blank", rel: "noopener noreferrer" };
  return h("a", open, icon("file"), t("openFile", { name }));
}
