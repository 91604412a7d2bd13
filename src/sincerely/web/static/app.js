// Keys, and a toast that goes away. Everything essential works without this file: it only presses what is there.
"use strict";

(() => {
  const TOAST_STAYS_MS = 10_000;
  const SEQUENCE_MS = 1_200;
  let current = -1;
  let going = 0;

  const items = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.checkVisibility());
  const typing = (node) => node.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  const dialogOpen = () => document.querySelector("dialog[open], :popover-open");

  function show(index) {
    const all = items();
    if (!all.length) return;
    current = Math.max(0, Math.min(index, all.length - 1));
    for (const item of all) item.classList.toggle("is-current", item === all[current]);
    all[current].focus({ preventScroll: true });
    all[current].scrollIntoView({ block: "nearest" });
  }

  function here() {
    const focused = document.activeElement.closest("[data-item]");
    return focused ?? items()[current];
  }

  function move(step) {
    const focused = items().indexOf(document.activeElement.closest("[data-item]"));
    show((focused < 0 ? current : focused) + step);
  }

  // Presses the one thing that an item offers under a name: its link, its exits.
  function press(name) {
    const found = here()?.querySelector(`[data-${name}]`);
    found?.click();
    return Boolean(found);
  }

  function exits() {
    if (!press("exits")) return;
    const opened = document.querySelector(":popover-open");
    const controls = opened?.querySelectorAll("button, a[href], select, input:not([type=hidden])") ?? [];
    [...controls].find((control) => control.checkVisibility())?.focus();
  }

  // One menu of exits serves every line, named in the address of its link, which without scripts leads to a page with
  // the same choices.
  function choose(link) {
    const menu = document.getElementById("exits");
    if (!menu) return false;
    for (const form of menu.querySelectorAll("form")) {
      form.reset();
      form.elements.line.value = link.pathname.split("/").at(-1);
    }
    for (const part of menu.querySelectorAll("[data-owed]")) part.hidden = link.dataset.exits === "waits";
    document.querySelector(".has-menu")?.classList.remove("has-menu");
    link.classList.add("has-menu");
    menu.showPopover({ source: link });
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-exits]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (choose(link)) event.preventDefault();
  });

  // What was chosen is said: the menu, which is no part of the line, closes.
  document.addEventListener("submit", (event) => event.target.closest(":popover-open")?.hidePopover());

  function search() {
    const box = document.querySelector("[data-search]");
    if (box) {
      box.focus();
      box.select();
    } else {
      go("s");
    }
  }

  function go(key) {
    document.querySelector(`[data-go="${CSS.escape(key)}"]`)?.click();
  }

  const keys = {
    "?": () => document.getElementById("keys")?.togglePopover(),
    "/": search,
    j: () => move(1),
    k: () => move(-1),
    e: exits,
    z: () => document.getElementById("undo")?.requestSubmit(),
    g: () => { going = Date.now(); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target)) return;
    if (dialogOpen() && event.key !== "?") return;
    if (event.key === "Enter") {
      // Links and buttons open by themselves; an item that is walked to opens what it is about.
      if (event.target.matches("[data-item]") && press("open")) event.preventDefault();
      return;
    }
    const sequence = Date.now() - going < SEQUENCE_MS;
    going = 0;
    if (sequence) {
      event.preventDefault();
      go(event.key);
    } else if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  function settle() {
    const toast = document.querySelector(".toast");
    if (!toast || toast.dataset.seen) return;
    toast.dataset.seen = "yes";
    let left;
    const later = () => { left = setTimeout(() => toast.classList.add("is-gone"), TOAST_STAYS_MS); };
    toast.addEventListener("pointerenter", () => clearTimeout(left));
    toast.addEventListener("focusin", () => clearTimeout(left));
    toast.addEventListener("pointerleave", later);
    toast.addEventListener("focusout", later);
    later();
  }

  // What takes some seconds says so, and is not begun twice. A page that is gone back to can be sent again.
  document.addEventListener("submit", (event) => {
    const words = event.target.dataset.once;
    const button = words && !event.defaultPrevented ? event.submitter : null;
    if (!button) return;
    const said = button.textContent;
    button.textContent = words;
    // A disabled button is not sent along, so it is disabled when the form has gone.
    setTimeout(() => { button.disabled = true; });
    addEventListener("pageshow", () => { button.textContent = said; button.disabled = false; }, { once: true });
  });

  // A line that was settled is gone: whoever walked there with the keys stands on the next one.
  document.addEventListener("htmx:after:swap", () => {
    settle();
    if (current >= 0 && document.activeElement === document.body) show(current);
  });
  settle();
})();
