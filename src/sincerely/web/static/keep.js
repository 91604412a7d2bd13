// A form that saves itself: until the server has what was typed, this browser keeps it, and offers it back.
// Without this file the form is sent by its buttons.
"use strict";

(() => {
  const PREFIX = "sincerely:";
  const DAYS_MS = 30 * 24 * 3_600_000;
  const AGAIN_MS = 3_000;
  const RARELY_MS = 60_000;
  const OURS = new Set(["token", "window", "do"]);
  const plain = (text) => text.replaceAll("\r\n", "\n").trim();

  // What people fill in, without our own marks; boxes and radios count as ticked or not.
  function fields(form) {
    return [...form.elements].filter((e) => e.name && !OURS.has(e.name) && !/^(seen|theirs|settle)\./.test(e.name) && !["submit", "button", "hidden"].includes(e.type));
  }

  function values(form) {
    return fields(form).map((e) => [e.name, /^(checkbox|radio)$/.test(e.type) ? `${e.value}\u0000${e.checked}` : e.value]);
  }

  const told = (list) => JSON.stringify(list.map(([name, value]) => [name, plain(value)]));

  function stored(key) {
    const found = [];
    try {
      for (let n = 0; n < localStorage.length; n++) {
        const name = localStorage.key(n);
        if (!name.startsWith(`${PREFIX}${key}:`)) continue;
        try {
          found.push({ name, ...JSON.parse(localStorage.getItem(name)) });
        } catch {
          found.push({ name, at: 0, values: [] });
        }
      }
    } catch { /* A browser that keeps nothing: then only the server does. */ }
    return found.sort((a, b) => b.at - a.at);
  }

  function forget(name) {
    try {
      localStorage.removeItem(name);
    } catch { /* nothing to forget */ }
  }

  function watch(form) {
    if (form.dataset.watched) return;
    form.dataset.watched = "yes";
    const own = `${PREFIX}${form.dataset.keep}:${form.elements.window.value}`;
    let typed = 0;
    let sent = 0;
    let timer = 0;
    let pause = AGAIN_MS;

    const status = () => form.querySelector("[data-status]") ?? document.querySelector("[data-status]");
    const say = (words, wrong) => {
      const place = status();
      if (!place) return;
      place.textContent = words;
      place.classList.toggle("is-wrong", Boolean(wrong));
    };

    function keep() {
      try {
        localStorage.setItem(own, JSON.stringify({ at: Date.now(), values: values(form) }));
        return true;
      } catch {
        return false;
      }
    }

    function failed(code) {
      clearTimeout(timer);
      const where = keep() ? "Your words are kept in this browser." : "Copy your words before you leave.";
      if (code === 403) {
        say(`This page is out of date, so nothing was saved. ${where} Load it again to go on.`, true);
        return;
      }
      say(code ? `Not saved (${code}). ${where}` : `Sincerely doesn’t answer. ${where} It is tried again.`, true);
      timer = setTimeout(() => form.dispatchEvent(new Event("again")), pause);
      pause = Math.min(pause * 2, RARELY_MS);
    }

    form.addEventListener("input", () => {
      typed += 1;
      keep();
      say("Typing…");
    });
    document.addEventListener("htmx:before:request", (event) => {
      if (event.detail.ctx.sourceElement === form) sent = typed;
    });
    document.addEventListener("htmx:before:response", (event) => {
      const { ctx } = event.detail;
      if (ctx.sourceElement !== form || ctx.response.status < 400) return;
      event.preventDefault();
      failed(ctx.response.status);
    });
    document.addEventListener("htmx:after:swap", (event) => {
      const { ctx } = event.detail;
      if (ctx.sourceElement !== form) return;
      clearTimeout(timer);
      status()?.classList.remove("is-wrong");
      pause = AGAIN_MS;
      if (sent === typed && !document.querySelector(".clash")) forget(own);
    });
    document.addEventListener("htmx:error", (event) => {
      if (event.detail.ctx?.sourceElement === form) failed(0);
    });

    offer(form, own);
  }

  // What another time, or another window, could not hand over.
  function offer(form, own) {
    const now = told(values(form));
    const old = Date.now() - DAYS_MS;
    const left = stored(form.dataset.keep).filter((record) => {
      const useless = record.name !== own && (record.at < old || !record.values?.length || told(record.values) === now);
      if (useless) forget(record.name);
      return !useless && record.name !== own;
    });
    const bar = form.querySelector("[data-kept]");
    if (!left.length || !bar) return;
    const [record] = left;
    bar.querySelector("[data-kept-when]").textContent = new Date(record.at).toLocaleString([], { weekday: "long", hour: "2-digit", minute: "2-digit" });
    bar.hidden = false;
    bar.querySelector("[data-kept-back]").onclick = () => {
      const queue = new Map();
      for (const [name, value] of record.values) queue.set(name, [...(queue.get(name) ?? []), value]);
      for (const element of fields(form)) {
        const value = queue.get(element.name)?.shift();
        if (value === undefined) continue;
        if (/^(checkbox|radio)$/.test(element.type)) element.checked = value.endsWith("\u0000true");
        else element.value = value;
      }
      bar.hidden = true;
      forget(record.name);
      form.dispatchEvent(new Event("input", { bubbles: true }));
    };
    bar.querySelector("[data-kept-away]").onclick = () => {
      bar.hidden = true;
      forget(record.name);
    };
  }

  const all = () => document.querySelectorAll("form[data-keep]").forEach(watch);
  document.addEventListener("htmx:after:swap", all);
  all();
})();
