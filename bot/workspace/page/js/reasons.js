// @ts-check
/** The workspace's error codes in words. */

import { t } from "./words.js";

/** @type {Record<string, Parameters<typeof t>[0]>} */
const PHRASES = {
  unreachable: "reasonNetwork",
  operation_timeout: "reasonTimeout",
  dispatch_failed: "reasonAway",
  invalid_response: "reasonInvalid",
  unknown_command: "reasonUnknownCommand",
  user_not_found: "reasonUnknownPerson",
  already_in_channel: "reasonAlreadyIn",
  view_not_found: "reasonGone",
  message_not_found: "reasonGone",
  action_not_found: "reasonGone",
  reset_failed: "reasonReset",
};

/**
 * @param {string | undefined} code
 * @param {string} app the app's name
 */
export function reasonInWords(code, app) {
  const phrase = PHRASES[code ?? ""];
  return phrase ? t(phrase, { app }) : t("reasonOther", { reason: code ?? "?" });
}
