"""What a year says of commitments, on a screen and on a phone, in the light and in the dark."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from bot.domain.commitment import Agreed, Commitment, CommitmentState
from bot.ports import Tx
from tests.browser.conftest import OpenPage
from tests.browser.driving import message, write
from tests.browser.test_looks import PHONE, SCHEMES
from tests.browser.test_talks import looks_well
from tests.e2e.places import COLLEAGUES
from tests.e2e.stage import Stage
from tests.e2e.test_commitment_files import kept
from tests.exports.agreed import noted


def save(stage: Stage, every: list[Commitment]) -> None:
    """Have the team agree on all of them."""

    def work(tx: Tx) -> None:
        for one in every:
            tx.commitments.save(one)

    assert stage.bot is not None
    stage.bot.deps.store.write(work)


@SCHEMES
def test_a_year_of_commitments(
    stage: Stage, open_page: OpenPage, tmp_path: Path, scheme: str
) -> None:
    """The longest activity has room, and the table comes as a file."""
    stage.set_up()
    first = kept(stage)
    day = first.agreed_on
    longest = Agreed(activity="Tio minuter för överlämning " * 5, role="Alla", target=day)
    done = noted(first, (day, CommitmentState.DONE, "Bra.", day))
    every = [done, *(first.model_copy(update={"id": f"n{n}", "agreed": longest, "changes": ()})
                     for n in range(7))]  # fmt: skip
    save(stage, every)
    page = open_page(COLLEAGUES[0], viewport=PHONE, color_scheme=scheme)
    write(page, f"/apt resultat {day.year}")
    shown = message(page, "8 åtaganden som ni kom överens om")
    expect(shown).to_contain_text("7 pågår, 1 klart")
    looks_well(page, tmp_path, f"year-{scheme}")
    shown.get_by_role("button", name="Hämta som tabell").click()
    expect(message(page, "Filen ligger i vår privata chatt")).to_be_visible()
