"""Counts checks: each one passes or fails by itself, and the others still run."""

import queue
import sys
import threading
import time


class Tally:
    def __init__(self, only=None):
        self.only = only
        self.passed = 0
        self.failed = 0
        self.started = time.monotonic()
        self.lock = threading.Lock()

    def run(self, name, body):
        if self.only and self.only not in name:
            return
        try:
            body()
        except Exception as error:  # Whatever it is, it is told, and the next one runs.
            with self.lock:
                self.failed += 1
                print(f"✘ {name}: {type(error).__name__}: {error}", flush=True)
        else:
            with self.lock:
                self.passed += 1

    def run_all(self, checks, workers):
        """Shares checks, (name, body) each, among workers: what they open is given to each body."""
        waiting = queue.SimpleQueue()
        for check in checks:
            waiting.put(check)

        def work(open_worker):
            with open_worker() as tool:
                while True:
                    try:
                        name, body = waiting.get_nowait()
                    except queue.Empty:
                        return
                    self.run(name, lambda: body(tool))

        threads = [threading.Thread(target=work, args=(worker,)) for worker in workers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if not waiting.empty():
            self.failed += 1
            print("✘ the checks stopped before the end", flush=True)

    def finish(self):
        print(f"{time.monotonic() - self.started:.0f} s")
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed or not self.passed else 0)
