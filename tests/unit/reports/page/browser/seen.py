"""A page open in the browser, as a reader sees and uses it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

__all__ = ["READY", "SETTLED", "Seen"]

READY = "html.live"
SETTLED = 150  # milliseconds in which a change is shown, on a slow machine too


class Seen:
    """A page open in the browser, with all it asked for and complained of."""

    def __init__(self, browser: Any, path: Path, fragment: str = "", **settings: Any) -> None:
        self.page = browser.new_context(**settings).new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append("a dialog opened"))
        self.page.goto(path.as_uri() + fragment)
        if settings.get("java_script_enabled", True):
            self.page.wait_for_selector(READY)

    def settle(self) -> None:
        self.page.wait_for_timeout(SETTLED)

    def press(self, selector: str, *keys: str) -> None:
        self.page.locator(selector).first.focus()
        for key in keys:
            self.page.keyboard.press(key)
        self.settle()

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        self.settle()

    def type(self, text: str, place: int = 0, home: str = "#deciding") -> None:
        """Type into the field of a number, by its place in a list, and press Enter."""
        field = self.page.locator(f"{home} .number .value input").nth(place)
        field.fill(text)
        field.press("Enter")
        self.settle()

    def value(self, place: int = 0, home: str = "#deciding") -> str:
        """Return what stands in the field of a number."""
        return str(self.page.locator(f"{home} .number .value input").nth(place).input_value())

    def tab(self, id: str) -> None:
        self.click(f"#tab-{id}")

    def words(self, selector: str) -> list[str]:
        return [text.strip() for text in self.page.locator(selector).all_text_contents()]

    def text(self, selector: str) -> str:
        return " ".join(text for text in self.words(selector) if text)

    def phrases(self) -> list[str]:
        """Return what each theory says, in the order of the catalogue."""
        return self._by_theory("#why [data-theory]", "one => one.querySelector('.phrase').textContent")

    def figures(self) -> list[list[str]]:
        """Return the figures and failed tests of each theory, by option."""
        each = "row => [...row.querySelectorAll('small')].map(one => one.textContent)"
        return self._by_theory(".picture [data-theory]", each)

    def statuses(self) -> list[list[str]]:
        """Return the mark of each theory on each option."""
        each = "row => [...row.cells].slice(1, -1).map(cell => cell.className.split(' ')[0])"
        return self._by_theory(".picture [data-theory]", each)

    def reasons(self) -> list[list[list[str]]]:
        """Return why each theory says what it says: labels with sentences."""
        each = (
            "one => [...one.querySelectorAll('.why > div')].map(line =>"
            "[...line.children].map(part => part.textContent))"
        )
        return self._by_theory("#why [data-theory]", each)

    def _by_theory(self, selector: str, each: str) -> Any:
        script = (
            f"[...document.querySelectorAll('{selector}')]"
            f".sort((a, b) => a.dataset.theory - b.dataset.theory).map({each})"
        )
        return self.page.evaluate(script)

    def command(self) -> str:
        return self.text("#again")

    def changes(self) -> str:
        """Return what the strip tells."""
        return self.text("#changes")

    def fragment(self) -> str:
        return "#" + str(self.page.url).partition("#")[2]

    def evaluate(self, script: str, *arguments: Any) -> Any:
        return self.page.evaluate(script, *arguments)
