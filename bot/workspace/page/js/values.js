// @ts-check
/** Slack's state objects: the value of each kind of element. */

/**
 * Which key of the state object holds the value, which key of the element holds its start.
 * @type {Record<string, [string, string]>}
 */
const KEYS = {
  plain_text_input: ["value", "initial_value"],
  number_input: ["value", "initial_value"],
  email_text_input: ["value", "initial_value"],
  url_text_input: ["value", "initial_value"],
  datepicker: ["selected_date", "initial_date"],
  timepicker: ["selected_time", "initial_time"],
  datetimepicker: ["selected_date_time", "initial_date_time"],
  static_select: ["selected_option", "initial_option"],
  users_select: ["selected_user", "initial_user"],
  conversations_select: ["selected_conversation", "initial_conversation"],
  channels_select: ["selected_channel", "initial_channel"],
  multi_static_select: ["selected_options", "initial_options"],
  multi_users_select: ["selected_users", "initial_users"],
  multi_conversations_select: ["selected_conversations", "initial_conversations"],
  multi_channels_select: ["selected_channels", "initial_channels"],
  radio_buttons: ["selected_option", "initial_option"],
  checkboxes: ["selected_options", "initial_options"],
  overflow: ["selected_option", ""],
};

const MANY = /^(?:multi_|checkboxes)/;

/** Whether an element has a value at all. @param {string} type */
export const hasValue = (type) => type in KEYS && type !== "overflow";

/**
 * A state object.
 * @param {string} type of the element
 * @param {any} content
 */
export const stateOf = (type, content) => ({ type, [KEYS[type][0]]: content });

/**
 * What a state object holds; null or an empty list when nothing is chosen.
 * @param {any} state
 */
export const contentOf = (state) => state[KEYS[state.type][0]] ?? (MANY.test(state.type) ? [] : null);

/**
 * The state an element starts with.
 * @param {any} element
 */
export function initialState(element) {
  const nothing = MANY.test(element.type) ? [] : null;
  return stateOf(element.type, element[KEYS[element.type][1]] ?? nothing);
}

/**
 * Whether nothing is written or chosen.
 * @param {any} state
 */
export function isEmpty(state) {
  const content = contentOf(state);
  return content === null || content === "" || (Array.isArray(content) && content.length === 0);
}
