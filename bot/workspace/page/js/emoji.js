// @ts-check
/** The common emoji shortcodes. */

const TABLE = {
  "😀": "grinning", "😃": "smiley", "😄": "smile", "😁": "grin", "😅": "sweat_smile", "😂": "joy",
  "🙂": "slightly_smiling_face", "😉": "wink", "😊": "blush", "😍": "heart_eyes", "😎": "sunglasses",
  "🤔": "thinking_face", "😐": "neutral_face", "😴": "sleeping", "😢": "cry", "😭": "sob",
  "😮": "open_mouth", "😕": "confused", "🙁": "slightly_frowning_face", "🤗": "hugging_face",
  "🥳": "partying_face", "😌": "relieved", "🙃": "upside_down_face", "🫶": "heart_hands",
  "👍": "+1 thumbsup", "👎": "-1 thumbsdown", "👏": "clap", "🙌": "raised_hands", "🙏": "pray",
  "👋": "wave", "💪": "muscle", "🤝": "handshake", "✋": "hand raised_hand", "👉": "point_right",
  "👇": "point_down", "👆": "point_up_2", "👀": "eyes", "👂": "ear", "🗣️": "speaking_head_in_silhouette",
  "❤️": "heart", "💚": "green_heart", "💛": "yellow_heart", "💙": "blue_heart", "💜": "purple_heart",
  "🧡": "orange_heart", "⭐": "star", "🌟": "star2", "✨": "sparkles", "🎉": "tada", "🔥": "fire",
  "🌱": "seedling", "🌿": "herb", "🌳": "deciduous_tree", "🌲": "evergreen_tree", "🌻": "sunflower",
  "🌼": "blossom", "🌷": "tulip", "🌸": "cherry_blossom", "🍀": "four_leaf_clover", "🍂": "fallen_leaf",
  "☀️": "sunny", "🌤️": "mostly_sunny", "⛅": "partly_sunny", "☁️": "cloud", "🌧️": "rain_cloud",
  "🌈": "rainbow", "🌙": "crescent_moon", "🌊": "ocean", "❄️": "snowflake", "⚡": "zap",
  "☕": "coffee", "🍎": "apple", "🍰": "cake", "🥐": "croissant",
  "✅": "white_check_mark", "☑️": "ballot_box_with_check", "✔️": "heavy_check_mark", "❌": "x",
  "⚠️": "warning", "❗": "exclamation", "❓": "question", "ℹ️": "information_source", "🚫": "no_entry_sign",
  "⛔": "no_entry", "🔒": "lock", "🔓": "unlock", "🔑": "key", "🔔": "bell", "🔕": "no_bell",
  "📢": "loudspeaker", "📣": "mega", "💬": "speech_balloon", "🗨️": "left_speech_bubble",
  "💡": "bulb", "📌": "pushpin", "📎": "paperclip", "📝": "memo", "✏️": "pencil2", "📋": "clipboard",
  "📅": "date", "📆": "calendar", "🗓️": "spiral_calendar_pad", "📊": "bar_chart",
  "📈": "chart_with_upwards_trend", "📉": "chart_with_downwards_trend", "📚": "books", "📖": "book open_book",
  "🎬": "clapper", "🎥": "movie_camera", "▶️": "arrow_forward", "⏸️": "double_vertical_bar pause_button",
  "⏹️": "black_square_for_stop stop_button", "⏭️": "black_right_pointing_double_triangle_with_vertical_bar",
  "⏱️": "stopwatch", "⏲️": "timer_clock", "⏰": "alarm_clock", "⏳": "hourglass_flowing_sand",
  "⌛": "hourglass", "🕐": "clock1", "🕒": "clock3", "🔄": "arrows_counterclockwise", "➡️": "arrow_right",
  "⬅️": "arrow_left", "⬆️": "arrow_up", "⬇️": "arrow_down", "🆕": "new", "🆗": "ok",
  "1️⃣": "one", "2️⃣": "two", "3️⃣": "three", "4️⃣": "four", "5️⃣": "five", "6️⃣": "six", "7️⃣": "seven",
  "🔴": "red_circle", "🟠": "large_orange_circle", "🟡": "large_yellow_circle", "🟢": "large_green_circle",
  "🔵": "large_blue_circle", "⚪": "white_circle", "⚫": "black_circle",
  "🏠": "house", "🏫": "school", "🏥": "hospital", "🧩": "jigsaw", "🧭": "compass", "🪴": "potted_plant",
  "🎯": "dart", "🏆": "trophy", "🧘": "person_in_lotus_position", "🚶": "walking", "👥": "busts_in_silhouette",
  "👤": "bust_in_silhouette", "🤖": "robot_face", "🗳️": "ballot_box_with_ballot", "📬": "mailbox_with_mail",
  "✉️": "envelope email", "🖼️": "frame_with_picture", "🎈": "balloon", "🎁": "gift", "🛟": "ring_buoy",
};

/** @type {Map<string, string>} */
const BY_NAME = new Map();
for (const [glyph, names] of Object.entries(TABLE)) {
  for (const name of names.split(" ")) BY_NAME.set(name, glyph);
}

/**
 * The character of a shortcode, or undefined when it is not in the set.
 * @param {string} name without colons
 */
export const emojiOf = (name) => BY_NAME.get(name.split("::")[0]);
