"""Opening a closed box in a process of its own, which ends at once and leaves nothing behind.

Imports nothing here: the process is to be protected before it imports anything else.
"""
