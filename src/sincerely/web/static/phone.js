// The device's side: pages for when there is no connection, and words that wait to be sent. docs/pages.md says what is
// kept, and why. Everything works without this file, with a connection.
"use strict";

(() => {
  const PAGES = "sincerely-pages";
  const FORMS = "sincerely-forms";
  const ANSWERED = "sincerely-answered";
  const STAMP = "x-kept-at";
  const main = () => document.getElementById("main");
  const isCopy = "asOf" in document.documentElement.dataset;
  const waits = new Map();
  let sending = false;

  function made(tag, words = "", more = {}) {
    const element = Object.assign(document.createElement(tag), more);
    element.textContent = words;
    return element;
  }

  const link = (words, href) => made("a", words, { href });

  function press(words, does, className = "") {
    const button = made("button", words, { type: "button", className });
    button.onclick = does;
    return button;
  }

  // Words that wait to be sent.

  const told = {
    offline: () => `They are kept on this ${Kept.device()}, and will be sent when you are back.`,
    later: () => `They are kept on this ${Kept.device()}, and will be sent after the interview.`,
    "signed-out": () => `They are kept on this ${Kept.device()}, and sent when you have signed in.`,
    clash: () => "Another window has changed the same answer: choose, and nothing is lost.",
    gone: () => `There is nothing at their place any more; they are kept on this ${Kept.device()}.`,
    refused: () => `Sincerely did not take them; they are kept on this ${Kept.device()}, and it is tried again.`,
  };

  const here = () => document.querySelector("form[data-keep]")?.dataset.keep;
  const elsewhere = (record) => record.send && !record.name.startsWith(`${Kept.PREFIX}${here()}:`);
  const waiting = () => Kept.all().filter(elsewhere);

  function notice(id) {
    const found = document.getElementById(id) ?? made("p", "", { id, className: "notice" });
    found.setAttribute("role", "status");
    found.replaceChildren(made("span"));
    if (!found.isConnected) main()?.prepend(found);
    return found;
  }

  function showWaiting() {
    document.getElementById("unsent")?.remove();
    document.querySelectorAll("[data-waiting]").forEach(listWaiting);
    const [record] = waiting();
    if (!record || document.querySelector("[data-waiting]")) return;
    const state = waits.get(record.name) ?? "offline";
    const bar = notice("unsent");
    bar.firstChild.append(`Your words about ${record.about || "an interview"} have not reached Sincerely. ${told[state]()}`);
    if (state === "signed-out") bar.append(link("Sign in", "/sign-in"));
    else if (state !== "later") bar.append(link(state === "gone" ? "See them" : "Open the debrief", state === "gone" ? "/settings/phone" : record.send));
  }

  function listWaiting(place) {
    const records = Kept.all().filter((record) => record.send);
    place.hidden = !records.length;
    place.querySelector("ul").replaceChildren(...records.map((record) => {
      const item = made("li", "", { className: "row" });
      const words = record.values.filter(([, value]) => value && !value.includes("\u0000")).map(([, value]) => value);
      const actions = made("p", "", { className: "actions" });
      actions.append(link("Open the debrief", record.send), press("Throw them away", () => {
        Kept.forget(record.name);
        showWaiting();
      }, "quiet danger"));
      item.append(made("b", record.about || record.send), made("p", words.join(" · ")), actions);
      return item;
    }));
  }

  async function flush() {
    if (sending) return;
    sending = true;
    for (const record of waiting().toReversed()) {
      if (!navigator.onLine) break;
      const { state } = await Kept.send(record);
      waits.set(record.name, state);
      if (state === "offline" || state === "signed-out") break;
    }
    sending = false;
    showWaiting();
  }

  // Pages that are kept.

  async function listKept(place) {
    const found = [];
    for (const name of [FORMS, PAGES]) {
      if (!await caches.has(name)) continue;
      const cache = await caches.open(name);
      for (const key of await cache.keys()) {
        const answer = await cache.match(key);
        const title = (await answer.text()).match(/<title>([^<]*)<\/title>/)?.[1] ?? "";
        // What a title says is text, and is read as such.
        const words = new DOMParser().parseFromString(title, "text/html").body.textContent.replace(/ · Sincerely$/, "");
        found.push({ path: new URL(key.url).pathname, words, at: new Date(Number(answer.headers.get(STAMP))) });
      }
    }
    place.hidden = !found.length;
    place.querySelector("ul").replaceChildren(...found.sort((a, b) => b.at - a.at).map(({ path, words, at }) => {
      const item = made("li", "", { className: "row" });
      const day = at.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "long" });
      item.append(link(words, path), " ", made("span", `as of ${day}, ${at.toTimeString().slice(0, 5)}`, { className: "soft" }));
      return item;
    }));
  }

  const showKept = () => Promise.all([...document.querySelectorAll("[data-kept-pages]")].map(listKept));

  async function choose(yes) {
    if (yes) await caches.open(PAGES);
    else await caches.delete(PAGES);
    try {
      localStorage.setItem(ANSWERED, yes ? "yes" : "no");
    } catch { /* then it is asked again */ }
    document.getElementById("ask-to-keep")?.remove();
    if (yes) await takeAlong(["/"]);
    await showKept();
    await showChoice();
  }

  async function showChoice() {
    const place = document.querySelector("[data-choice]");
    if (!place) return;
    const chosen = await caches.has(PAGES);
    place.hidden = false;
    const says = chosen ? `Pages that you see are kept on this ${Kept.device()}.` : "Pages are not kept; the debrief is.";
    place.querySelector("[data-choice-state]").textContent = says;
    place.querySelector("[data-choice-yes]").hidden = chosen;
    place.querySelector("[data-choice-no]").hidden = !chosen;
  }

  // Who installs it wants it in a tram too, but a phone may be shared: so it is asked, once.
  async function ask() {
    const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone;
    if (!installed || isCopy || location.pathname !== "/" || localStorage.getItem(ANSWERED) || await caches.has(PAGES)) return;
    const bar = notice("ask-to-keep");
    bar.firstChild.append(`Is this ${Kept.device()} yours alone? Then Today, processes and cards that you have seen can be kept on it, for when there is no connection.`);
    const actions = made("span", "", { className: "actions" });
    actions.append(press("Keep them", () => choose(true)), press("Don’t", () => choose(false), "quiet"));
    bar.append(actions);
  }

  async function takeAlong(paths = [], fresh = false) {
    const { active } = await navigator.serviceWorker.ready;
    const named = [...document.querySelectorAll("[data-along]")].map(({ dataset }) => ({ path: dataset.along, from: dataset.alongFrom }));
    const due = [...main().querySelectorAll('a[href^="/debrief/"]')].map((a) => ({ path: a.pathname }));
    active.postMessage({ along: [...paths.map((path) => ({ path, fresh })), ...named, ...(fresh ? [] : due)] });
  }

  function back() {
    const bar = document.getElementById("copy");
    if (!bar) return;
    bar.firstElementChild.textContent = "You are back.";
    if (!here()) bar.append(press("Load the page again", () => location.reload()));
  }

  addEventListener("online", () => {
    back();
    flush();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") flush();
  });
  document.addEventListener("htmx:after:swap", showWaiting);
  document.addEventListener("htmx:error", (event) => {
    const { ctx } = event.detail;
    if (ctx?.response || !ctx?.sourceElement?.matches("form:not([data-keep])[method=post]")) return;
    notice("no-answer").firstChild.append("No answer came. Load the page again when you are back, and see whether it was done.");
  });
  showWaiting();
  flush();

  // Only over https or on this machine: elsewhere browsers have none, and it would be anybody's.
  if (!("serviceWorker" in navigator)) return;
  document.addEventListener("sincerely:saved", () => takeAlong([location.pathname], true));
  const unseen = !navigator.serviceWorker.controller;
  navigator.serviceWorker.register("/worker.js").then(() => takeAlong(unseen && !isCopy ? [location.pathname] : [])).catch(() => {});
  document.querySelector("[data-choice-yes]")?.addEventListener("click", () => choose(true));
  document.querySelector("[data-choice-no]")?.addEventListener("click", () => choose(false));
  showChoice();
  showKept();
  ask();
})();
