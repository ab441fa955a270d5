"""aptbot: timed workplace dialogues with anonymous answers, in the chat."""
