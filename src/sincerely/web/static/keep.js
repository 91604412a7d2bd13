// A form that saves itself: until the server has what was typed, this browser keeps it. Words of a form that can be
// sent later (`data-send`) are sent by themselves when there is a way; those of others are offered back.
// Without this file the form is sent by its buttons.
"use strict";

(() => {
  const DAYS_MS = 30 * 24 * 3_600_000;
  const AGAIN_MS = 3_000;
  const RARELY_MS = 60_000;
  const isCopy = () => "asOf" in document.documentElement.dataset;
  const { fields, ticks, values } = Kept;

  function fill(form, record) {
    const queue = new Map();
    for (const [name, value] of record.values) queue.set(name, [...(queue.get(name) ?? []), value]);
    for (const element of fields(form)) {
      const value = queue.get(element.name)?.shift();
      if (value === undefined) continue;
      if (ticks(element)) element.checked = value.endsWith("\u0000true");
      else element.value = value;
    }
  }

  // This window goes on where that one stopped: under its name, and with what it had seen.
  function goOn(form, record) {
    fill(form, record);
    for (const [name, value] of record.sent) {
      const mark = name === "window" || name.startsWith("seen.") ? form.elements[name] : null;
      if (mark?.type === "hidden") mark.value = value;
    }
  }

  function watch(form) {
    if (form.dataset.watched) return;
    form.dataset.watched = "yes";
    // A copy may be opened twice, and each is a window of its own.
    if (isCopy()) form.elements.window.value = crypto.randomUUID().slice(0, 13);
    const own = () => `${Kept.PREFIX}${form.dataset.keep}:${form.elements.window.value}`;
    const { send, opens, about } = form.dataset;
    let typed = 0;
    let sent = 0;
    let timer = 0;
    let pause = AGAIN_MS;
    let renewed = false;
    let away = false;

    const status = () => form.querySelector("[data-status]") ?? document.querySelector("[data-status]");
    const say = (words, wrong, link) => {
      const place = status();
      if (!place) return;
      place.textContent = words;
      place.classList.toggle("is-wrong", Boolean(wrong));
      if (link) place.append(" ", link);
    };

    function keep() {
      const more = send ? { send, opens, about, sent: Kept.sent(form) } : {};
      return Kept.put(own(), { at: Date.now(), values: values(form), ...more });
    }

    const kept = () => (keep() ? `Kept on this ${Kept.device()}` : "Copy your words before you leave");
    const early = () => opens && Date.now() < Date.parse(opens);

    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => form.dispatchEvent(new Event("again")), pause);
      pause = Math.min(pause * 2, RARELY_MS);
    };

    function wait() {
      away = true;
      say(`${kept()}, will be sent when you are back.`);
      again();
    }

    function signIn() {
      const link = document.createElement("a");
      link.href = `/sign-in?to=${encodeURIComponent(location.pathname)}`;
      link.textContent = "Sign in";
      say(`You are signed out. ${kept()}${send ? ", and sent when you have signed in." : "."}`, true, link);
    }

    // A page that was open for long, or a copy, has a token that holds no more: the words are not to pay for that.
    async function renew() {
      renewed = true;
      const now = await Kept.fresh(send).catch(() => ({ state: "offline" }));
      if (now.state === "signed-out") return signIn();
      if (now.state !== "open") return failed(now.state === "offline" ? 0 : 403);
      for (const field of document.querySelectorAll("input[name=token]")) field.value = now.token;
      return form.dispatchEvent(new Event("again"));
    }

    function failed(code) {
      clearTimeout(timer);
      if (code === 401) return signIn();
      if (code === 403 && send && !renewed) return renew();
      if (!code && send) return wait();
      const where = keep() ? "Your words are kept in this browser." : "Copy your words before you leave.";
      if (code === 403) return say(`This page is out of date, so nothing was saved. ${where} Load it again to go on.`, true);
      say(code ? `Not saved (${code}). ${where}` : `Sincerely doesn’t answer. ${where} It is tried again.`, true);
      return again();
    }

    form.addEventListener("input", () => {
      typed += 1;
      keep();
      say("Typing…");
    });
    form.addEventListener("submit", (event) => {
      if (!send || (navigator.onLine && !away)) return;
      event.preventDefault();
      say(`You are offline. ${kept()}, will be sent when you are back; press the button again then.`, true);
    });
    document.addEventListener("htmx:before:request", (event) => {
      if (event.detail.ctx.sourceElement !== form) return;
      if (early()) {
        event.preventDefault();
        say(`${kept()}, will be sent after the interview.`);
      }
      sent = typed;
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
      renewed = false;
      away = false;
      if (sent === typed && !document.querySelector(".clash")) Kept.forget(own());
      document.dispatchEvent(new Event("sincerely:saved"));
    });
    document.addEventListener("htmx:error", (event) => {
      if (event.detail.ctx?.sourceElement === form) failed(0);
    });
    addEventListener("online", () => {
      if (form.isConnected && Kept.read(own()).at) form.dispatchEvent(new Event("again"));
    });

    found();

    // What another time, or another window, could not hand over.
    async function found() {
      // A page from the server under this very name is its answer to what this window sent by a button.
      if (!isCopy() && !document.querySelector(".clash")) Kept.forget(own());
      const old = Date.now() - DAYS_MS;
      const left = Kept.all(form.dataset.keep).filter((record) => {
        const useless = (!record.send && record.at < old) || !record.values?.length || Kept.covered(record, form);
        if (useless && !isCopy()) Kept.forget(record.name);
        return !useless && record.name !== own();
      });
      // Words about an earlier interview are sent to where they belong, and not shown among those about this one.
      const ours = left.filter((record) => Kept.about(record, form));
      const sendable = (isCopy() || early() ? ours : left).filter((record) => record.send && send);
      if (sendable.length && (isCopy() || early())) {
        goOn(form, sendable[0]);
        typed += 1;
        wait();
        return;
      }
      for (const record of sendable.toReversed()) {
        const { state, doc } = await Kept.send(record);
        const shown = ours.includes(record) || state === "clash";
        if (doc && shown && !typed) return show(doc);
        if ((doc && shown) || state === "signed-out") return undefined;
      }
      offer(form, Kept.all(form.dataset.keep).filter((record) => ours.some(({ name }) => name === record.name)));
      return undefined;
    }
  }

  // The page as the server has it now that it was told, or with both texts where two windows wrote the same.
  function show(doc) {
    const main = document.getElementById("main");
    main.replaceChildren(...[...doc.getElementById("main").childNodes].map((node) => document.importNode(node, true)));
    htmx.process(main);
    all();
  }

  function offer(form, left) {
    const bar = form.querySelector("[data-kept]");
    if (!left.length || !bar) return;
    const [record] = left;
    bar.querySelector("[data-kept-when]").textContent = new Date(record.at).toLocaleString([], { weekday: "long", hour: "2-digit", minute: "2-digit" });
    bar.hidden = false;
    bar.querySelector("[data-kept-back]").onclick = () => {
      fill(form, record);
      bar.hidden = true;
      Kept.forget(record.name);
      form.dispatchEvent(new Event("input", { bubbles: true }));
    };
    bar.querySelector("[data-kept-away]").onclick = () => {
      bar.hidden = true;
      Kept.forget(record.name);
    };
  }

  const all = () => document.querySelectorAll("form[data-keep]").forEach(watch);
  document.addEventListener("htmx:after:swap", all);
  all();
})();
