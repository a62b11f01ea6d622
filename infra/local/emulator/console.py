"""Serves the local cloud console on 127.0.0.1:CONSOLE_PORT (its own command listens on every address)."""
import os

import uvicorn

from parent import stop_with_parent

if __name__ == "__main__":
    stop_with_parent()
    uvicorn.run("backend.main:app", host="127.0.0.1", port=int(os.environ["CONSOLE_PORT"]), log_level="warning")
