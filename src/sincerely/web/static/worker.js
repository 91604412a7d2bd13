// Pages without a connection. Served at /worker.js; what it may keep, for how long, and why: docs/pages.md.
"use strict";

// The server writes their addresses here, so that this file is another one whenever one of them is.
const ASSETS = [];

const STATIC = "sincerely-static";
const FORMS = "sincerely-forms";
// It is there only where the person chose to keep pages on this device.
const PAGES = "sincerely-pages";
const OFFLINE = "/offline";
const DOOR = "/sign-in";
const OUT = "/sign-out";
const STAMP = "x-kept-at";
const HOUR_MS = 3_600_000;
const KEEP_MS = { [FORMS]: 12 * HOUR_MS, [PAGES]: 7 * 24 * HOUR_MS };
const MOST = 40;
const MOST_ALONG = 6;
const FRESH_MS = HOUR_MS / 6;
const PATIENCE_MS = 8_000;
const SILENT = "Sincerely doesn’t answer";
// Another one after each forgetting: what was asked for before is not kept after.
let time = 0;

function placeFor(path) {
  if (/^\/debrief\/./.test(path)) return FORMS;
  return path === "/" || path === "/debrief" || /^\/(p|card)\/./.test(path) ? PAGES : "";
}

async function forget(everything) {
  time += 1;
  await Promise.all([FORMS, PAGES].map(async (name) => {
    const chosen = name === PAGES && !everything && await caches.has(PAGES);
    await caches.delete(name);
    // That it was chosen outlasts a session, and nothing that was kept does.
    if (chosen) await caches.open(PAGES);
  }));
}

const age = (answer) => Date.now() - Number(answer.headers.get(STAMP));

// Throws away what is too old, or too much.
async function tidy(name) {
  if (!await caches.has(name)) return;
  const cache = await caches.open(name);
  const keys = await cache.keys();
  await Promise.all(keys.map(async (key, n) => {
    const found = await cache.match(key);
    if (keys.length - n > MOST || !found || age(found) > KEEP_MS[name]) await cache.delete(key);
  }));
}

async function keep(path, answer, began) {
  const name = placeFor(path);
  const html = answer.headers.get("content-type")?.startsWith("text/html");
  if (!name || answer.status !== 200 || answer.redirected || !html) return;
  // What was said once is not said again.
  const text = (await answer.text()).replace(/<div class="toast">[\s\S]*?<\/div>/, "");
  if (name === PAGES && !await caches.has(PAGES)) return;
  if (began !== time) return;
  // With the headers that protect it.
  const headers = new Headers(answer.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  headers.set(STAMP, String(Date.now()));
  const cache = await caches.open(name);
  await cache.delete(path);
  await cache.put(path, new Response(text, { headers }));
  if (began !== time) await cache.delete(path);
  await tidy(name);
}

async function found(path) {
  const name = placeFor(path);
  const kept = name && await caches.match(path, { cacheName: name });
  return kept && age(kept) <= KEEP_MS[name] ? kept : null;
}

function moment(at) {
  const clock = at.toTimeString().slice(0, 5);
  if (at.toDateString() === new Date().toDateString()) return clock;
  return `${at.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "long" })}, ${clock}`;
}

// Says on the page itself that it is a copy, and of when.
async function marked(kept, why) {
  const at = new Date(Number(kept.headers.get(STAMP)));
  const iso = at.toISOString();
  const bar = `<p class="notice is-copy" id="copy" role="status"><span><b>${why}</b>: this is as of <time datetime="${iso}">${moment(at)}</time>.</span></p>`;
  const text = (await kept.text()).replace("<html ", `<html data-as-of="${iso}" `).replace(/<main id="main"[^>]*>/, (main) => main + bar);
  return new Response(text, { headers: kept.headers });
}

async function copy(path, why = "You are offline") {
  const kept = await found(path);
  return kept ? marked(kept, why) : (await caches.match(OFFLINE, { cacheName: STATIC })) ?? Response.error();
}

// A connection that says nothing for long is none, where there is something else to show.
async function late(path) {
  await new Promise((done) => { setTimeout(done, PATIENCE_MS); });
  const kept = await found(path);
  return kept ? marked(kept, SILENT) : new Promise(() => {});
}

async function page(event, url) {
  const began = time;
  const path = url.search ? "" : url.pathname;
  const asked = fetch(event.request).then((answer) => {
    if (url.pathname === DOOR && answer.ok) event.waitUntil(forget(false));
    else if (placeFor(path)) event.waitUntil(keep(path, answer.clone(), began));
    // A proxy answers for a server that is away.
    return answer.status === 502 || answer.status === 504 ? copy(url.pathname, SILENT) : answer;
  });
  event.waitUntil(asked.catch(() => {}));
  try {
    return await Promise.race([asked, late(url.pathname)]);
  } catch {
    return copy(url.pathname);
  }
}

async function asset(request) {
  const known = await caches.match(request, { cacheName: STATIC });
  if (known) return known;
  try {
    return await fetch(request);
  } catch (error) {
    // A page of an older version is better with what there is now than bare.
    const other = await caches.match(request, { cacheName: STATIC, ignoreSearch: true });
    if (other) return other;
    throw error;
  }
}

// Takes along what will be wanted where there is no connection: the debrief for after the interview.
async function along({ path, from, fresh }) {
  // What is not kept is not asked for: a page that nobody looks at costs the server as much as another.
  if (!placeFor(path)) return;
  const began = time;
  const known = await found(path);
  if (!fresh && known && age(known) < FRESH_MS) return;
  if (placeFor(path) === PAGES && !await caches.has(PAGES)) return;
  try {
    await keep(path, await fetch(from ?? path, { redirect: "manual", cache: "no-store" }), began);
  } catch { /* Without a connection there is nothing to take along. */ }
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(STATIC).then((cache) => cache.addAll(ASSETS)));
});

self.addEventListener("activate", (event) => {
  const current = new Set(ASSETS);
  event.waitUntil((async () => {
    await self.clients.claim();
    const cache = await caches.open(STATIC);
    for (const key of await cache.keys()) {
      const { pathname, search } = new URL(key.url);
      if (!current.has(pathname + search)) await cache.delete(key);
    }
    await Promise.all([FORMS, PAGES].map(tidy));
  })());
});

self.addEventListener("message", (event) => {
  // A page that was on its way when this worker began would have none until it is loaded again.
  event.waitUntil(self.clients.claim().catch(() => {}));
  const wanted = Array.isArray(event.data?.along) ? event.data.along.slice(0, MOST_ALONG) : [];
  event.waitUntil(Promise.all([...wanted.map(along), ...[FORMS, PAGES].map(tidy)]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode !== "navigate") {
    if (request.method === "GET" && url.pathname.startsWith("/static/")) event.respondWith(asset(request));
    return;
  }
  if (request.method === "GET") {
    event.respondWith(page(event, url));
    return;
  }
  if (url.pathname === OUT) event.waitUntil(forget(true));
  // Its words are kept by then. What is larger, such as a mailbox that is brought, goes its own way.
  if (placeFor(url.pathname) === FORMS) event.respondWith(fetch(request).catch(() => copy("")));
});
