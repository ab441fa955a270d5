"""The page's own modules, tried alone: Slack's text, dates, and the store of messages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage

MRKDWN = """
async (text) => {
  const { mrkdwn } = await import("/page/js/mrkdwn.js");
  const directory = {
    me: "U1",
    personName: (id) => ({ U1: "Karin", U2: "Ali" })[id] ?? null,
    channelName: (id) => ({ C1: "solrosen" })[id] ?? null,
  };
  const root = document.createElement("div");
  root.append(...mrkdwn(text, { directory }));
  return root.innerHTML;
}
"""

DATE = """
async ([epoch, pattern, now]) => {
  const { fillDate } = await import("/page/js/dates.js");
  return fillDate(epoch, pattern, new Date(now * 1000));
}
"""

READ = """
async () => {
  const { MessageStore } = await import("/page/js/messagestore.js");
  const answers = [];
  const get = () => new Promise((resolve) => answers.push(resolve));
  const message = (ts, text) => ({ ts, text });
  const store = new MessageStore({ person: "U1", get }, () => {});
  const older = store.fetch("C1");
  const newer = store.fetch("C1");
  store.put("C1", message("3", "kom under tiden"));
  store.put("C1", message("1", "ändrat"));
  store.remove("C1", "2");
  answers[1]({ messages: [message("1", "först"), message("2", "borttaget")] });
  await newer;
  answers[0]({ messages: [] });
  await older;
  return store.in("C1").map((one) => one.text);
}
"""

LINK = '<a href="{0}" target="_blank" rel="noopener noreferrer">{1}</a>'
ME = '<span class="mention mention-me">@Karin</span>'

CASES = [
    ("*fet* och _lutad_", "<strong>fet</strong> och <em>lutad</em>"),
    ("*fet _i_ fet*", "<strong>fet <em>i</em> fet</strong>"),
    ("~bort~ `*kod*`", "<s>bort</s> <code>*kod*</code>"),
    ("2*3*4 a_b_c", "2*3*4 a_b_c"),
    ("* inte * fet", "* inte * fet"),
    ("*inte\nfet*", "*inte<br>fet*"),
    ("(*fet*), *två*.", "(<strong>fet</strong>), <strong>två</strong>."),
    ("**tomt** `", "**tomt** `"),
    ("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;"),
    ("```a\n*b*```", '<pre tabindex="0">a\n*b*</pre>'),
    ("&gt; citat\nefter", "<blockquote>citat</blockquote>efter"),
    ("<@U1>", ME),
    ("<@U9|nina>", '<span class="mention">@nina</span>'),
    ("<#C1>", '<a class="mention" href="#/C1">#solrosen</a>'),
    ("<#C9|hemlig>", '<span class="mention">#hemlig</span>'),
    ("<https://a.se|A &amp; O>", LINK.format("https://a.se", "A &amp; O")),
    ("se https://a.se/x.", f"se {LINK.format('https://a.se/x', 'https://a.se/x')}."),
    ("<mailto:a@b.se|a@b.se>", LINK.format("mailto:a@b.se", "a@b.se")),
    ("<javascript:alert(1)|x>", "<span>x</span>"),
    (":seedling:", '<span class="emoji" role="img" aria-label="seedling">🌱</span>'),
    (":finns_inte: 10:30", ":finns_inte: 10:30"),
    ("<!date^oläsligt^{date}|snart>", "snart"),
]


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page whose modules can be tried."""
    return open_page()


def test_mrkdwn(page: Page) -> None:
    """Each piece of text becomes exactly these nodes."""
    assert {text: page.evaluate(MRKDWN, text) for text, _ in CASES} == dict(CASES)


NOON = 1_795_000_000 - 400
"""2026-11-18 at 12:00 in Sweden."""
DAY = 86_400

DATES = [
    (NOON, "{date_num} {time}", "2026-11-18 12:00"),
    (NOON, "{date} {time_secs}", "18 november 2026 12:00:00"),
    (NOON, "{date_short} | {date_long}", "18 nov. 2026 | onsdag 18 november 2026"),
    (NOON, "{date_pretty}", "i dag"),
    (NOON + DAY, "{date_long_pretty} kl. {time}", "i morgon kl. 12:00"),
    (NOON - DAY, "{date_short_pretty}", "i går"),
    (NOON + 2 * DAY, "{date_pretty}", "20 november 2026"),
    (NOON + 600, "{ago}", "om 10 minuter"),
    (NOON, "{okänt}", "{okänt}"),
]


def test_date_tokens(page: Page) -> None:
    """Slack's date tokens are filled in the reader's own language and time zone."""
    shown = [page.evaluate(DATE, [epoch, pattern, NOON]) for epoch, pattern, _ in DATES]
    assert shown == [expected for _, _, expected in DATES]


def test_changes_during_a_read_are_kept(page: Page) -> None:
    """What happens while the messages are on their way is in the result; a late answer is not."""
    assert page.evaluate(READ) == ["ändrat", "kom under tiden"]
