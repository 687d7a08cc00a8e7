"""A person without a mouse: reaches what they want with Tab, types, chooses with the arrows, sends with Enter."""


class Keyboard:
    def __init__(self, page):
        self.page = page

    def has_focus(self, locator):
        return locator.evaluate("element => element === document.activeElement")

    def reach(self, selector, most=400):
        """Tabs until the element has the focus; a page where Tab never comes to it fails."""
        target = self.page.locator(selector).first
        target.wait_for(state="attached", timeout=5000)
        for _ in range(most):
            if self.has_focus(target):
                return target
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab never comes to {selector} on {self.page.url}")

    def type(self, selector, text):
        self.reach(selector)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def choose(self, name, value):
        """A choice in a list or among radio buttons."""
        listed = self.page.locator(f"select[name={name}]")
        if listed.count():
            self.reach(f"select[name={name}]")
            self.page.keyboard.press("Home")
            for _ in range(200):
                if listed.input_value() == value:
                    return
                self.page.keyboard.press("ArrowDown")
            raise AssertionError(f"{name} does not offer {value}")
        group = self.page.locator(f"input[type=radio][name={name}]")
        # Tab stops once in a group: on the chosen one, else on the first.
        for _ in range(400):
            if any(self.has_focus(group.nth(index)) for index in range(group.count())):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"Tab never comes to {name}")
        self.page.keyboard.press("Space")
        for _ in range(group.count() + 1):
            if self.page.locator(f"input[name={name}][value='{value}']").is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name} does not offer {value}")

    def tick(self, selector):
        box = self.reach(selector)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def press(self, selector):
        """A link or a button."""
        self.reach(selector)
        before = self.page.url
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return before
