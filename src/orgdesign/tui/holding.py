"""A file held by one process: whatever way that ends, another one can hold it then."""

from __future__ import annotations

import os
import sys

if sys.platform == "win32":
    import msvcrt

    _AT = 1 << 30
    """The byte that is locked: beyond what is written, for others cannot read a locked one."""

    def hold(handle: int, *, wait: bool = False) -> bool:
        """Hold an open file; False where another process does and this one does not wait."""
        before = os.lseek(handle, 0, os.SEEK_CUR)
        os.lseek(handle, _AT, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, before, os.SEEK_SET)
        return True

else:
    import fcntl

    def hold(handle: int, *, wait: bool = False) -> bool:
        """Hold an open file; False where another process does and this one does not wait.

        A file system that knows no locks holds nothing and stops nobody.
        """
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True
