"""What the process that opens a box does, once it is protected."""

from __future__ import annotations

import random
from typing import BinaryIO

from bot.box.wire import Order, results
from bot.domain.count import count


def serve(orders: BinaryIO, replies: BinaryIO) -> None:
    """Read one order to its end, count, and write the result.

    Raises UnreadableBallot, ValueError for what is no order, and OSError.
    """
    order = Order.model_validate_json(orders.read())
    result = count(
        order.key,
        order.ballots,
        invited=order.invited,
        threshold=order.threshold,
        quote_threshold=order.quote_threshold,
        rng=random.SystemRandom(),
    )
    if result is None:
        raise ValueError("too few ballots: nothing to open")
    replies.write(results.dump_json(result))
    replies.flush()
