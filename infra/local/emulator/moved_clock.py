"""A wall clock that runs ahead of the machine's by the number of seconds in a file.

`install()` must run before the emulator is imported: it replaces time.time and datetime.datetime, so that everything
that is imported afterwards reads the moved clock. time.monotonic stays real, as sockets and the event loop need it.
"""
import datetime
import threading
import time
import weakref

REREAD_SECONDS = 0.1

_real_time = time.time
_real_sleep = time.sleep
_RealDatetime = datetime.datetime


class _Clock:
    def __init__(self):
        self.file = ""
        self.offset = 0.0
        self.waiting = weakref.WeakSet()

    def now(self):
        return _real_time() + self.offset

    def reread(self):
        """Takes over the offset in the file; true if it changed. An absent or half-written file changes nothing."""
        try:
            with open(self.file, encoding="ascii") as file:
                offset = float(file.read().strip() or 0)
        except (OSError, ValueError):
            return False
        changed, self.offset = offset != self.offset, offset
        return changed

    def follow(self):
        while True:
            _real_sleep(REREAD_SECONDS)
            if self.reread():
                for event in list(self.waiting):
                    event.look_again()


_clock = _Clock()


class _AnyDatetime(type):
    def __instancecheck__(cls, value):
        return isinstance(value, _RealDatetime)


class MovedDatetime(_RealDatetime, metaclass=_AnyDatetime):
    """datetime.datetime whose now, utcnow and today are the moved clock's."""

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_clock.now(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_clock.now(), datetime.timezone.utc).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()


class MovedEvent:
    """threading.Event whose timeout passes on the moved clock, also while somebody already waits."""

    def __init__(self):
        self._condition = threading.Condition()
        self._is_set = False
        _clock.waiting.add(self)

    def is_set(self):
        return self._is_set

    def set(self):
        with self._condition:
            self._is_set = True
            self._condition.notify_all()

    def clear(self):
        with self._condition:
            self._is_set = False

    def look_again(self):
        with self._condition:
            self._condition.notify_all()

    def wait(self, timeout=None):
        end = None if timeout is None else _clock.now() + timeout
        with self._condition:
            while not self._is_set:
                left = None if end is None else end - _clock.now()
                if left is not None and left <= 0:
                    return False
                self._condition.wait(left)
            return True


def sleep(seconds):
    """time.sleep on the moved clock."""
    if seconds > 0:
        MovedEvent().wait(seconds)


def real_now():
    """Seconds since the epoch by the machine's own clock."""
    return _real_time()


def offset():
    """Seconds by which the moved clock is ahead."""
    return _clock.offset


def install(file):
    """Moves this process's clock by the offset in `file`, now and whenever the file changes."""
    _clock.file = file
    _clock.reread()
    time.time = _clock.now
    datetime.datetime = MovedDatetime
    threading.Thread(target=_clock.follow, daemon=True, name="moved-clock").start()
