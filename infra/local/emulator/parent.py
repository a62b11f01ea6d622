"""Ties the life of a helper process to the one that started it."""
import os
import signal
import threading


def stop_with_parent():
    """Stops this process in an orderly way once its standard input closes, which it does however the parent ends."""

    def wait_for_the_end():
        while os.read(0, 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait_for_the_end, daemon=True, name="parent").start()
