// Words that the server does not have yet: where this device keeps them, and how they are sent when there is a way.
// They are forgotten here as soon as the server has them; docs/pages.md says what is kept, and why.
"use strict";

const Kept = (() => {
  const PREFIX = "sincerely:";
  const DOOR = "/sign-in";
  const OURS = new Set(["token", "do"]);
  const plain = (text) => text.replaceAll("\r\n", "\n").trim();
  const ticks = (element) => /^(checkbox|radio)$/.test(element.type);

  // A phone is held in the hand; everything else is a device.
  const device = () => (matchMedia("(pointer: coarse)").matches ? "phone" : "device");

  function read(name) {
    try {
      return { at: 0, values: [], ...JSON.parse(localStorage.getItem(name)), name };
    } catch {
      return { at: 0, values: [], name };
    }
  }

  // The records of one form, or of all forms, newest first.
  function all(form = "") {
    try {
      const names = Array.from({ length: localStorage.length }, (_, n) => localStorage.key(n));
      const wanted = form ? `${PREFIX}${form}:` : PREFIX;
      return names.filter((name) => name.startsWith(wanted)).map(read).sort((a, b) => b.at - a.at);
    } catch {
      return []; // A browser that keeps nothing: then only the server does.
    }
  }

  function put(name, record) {
    try {
      localStorage.setItem(name, JSON.stringify({ ...record, name: undefined }));
      return true;
    } catch {
      return false;
    }
  }

  // Forgets a record; one that was written to since it was looked at stays.
  function forget(name, at) {
    try {
      if (at === undefined || read(name).at === at) localStorage.removeItem(name);
    } catch { /* nothing to forget */ }
  }

  // What people fill in, without our own marks.
  function fields(form) {
    return [...form.elements].filter((e) => e.name && !/^(token|window|do)$|^(seen|theirs|settle)\./.test(e.name) && !["submit", "button", "hidden"].includes(e.type));
  }

  // Boxes and radios count as ticked or not.
  const values = (form) => fields(form).map((e) => [e.name, ticks(e) ? `${e.value}\u0000${e.checked}` : e.value]);

  // Whether a record is about what a form asks: the same interview, where both name one. More may show it by now.
  function about(record, form) {
    const [, named] = record.sent?.find(([name]) => name === "interview") ?? [];
    const here = form.elements.interview?.value;
    return !named || !here || named.split(" ").some((one) => here.split(" ").includes(one));
  }

  // Whether a form says all that a record does: then whoever made the form has it.
  function covered(record, form) {
    if (!about(record, form)) return false;
    const there = new Set(values(form).map(([name, value]) => `${name}\u0000${plain(value)}`));
    const added = new Set((form.elements.extra?.value ?? "").split("\n").map(plain));
    // Who was added under "somebody else" has become a person of the form.
    const became = (name, value) => name === "others" && value.split(/[,;\n]/).map(plain).every((one) => !one || added.has(one));
    return record.values.every(([name, value]) => there.has(`${name}\u0000${plain(value)}`) || became(name, value));
  }

  // What a form would send, but for what only holds now.
  const sent = (form) => [...new FormData(form)].filter(([name, value]) => !OURS.has(name) && typeof value === "string");

  const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

  // A page of the form as the server has it now, with a token that holds now.
  async function fresh(path) {
    const answer = await fetch(path, { cache: "no-store" });
    if (answer.redirected && new URL(answer.url).pathname === DOOR) return { state: "signed-out" };
    if (answer.status === 404) return { state: "gone" };
    const doc = await parsed(answer);
    const token = doc.querySelector("form[data-keep] input[name=token]")?.value;
    return answer.ok && token ? { state: "open", token, doc } : { state: "refused" };
  }

  // Hands a record over, as its window would have. What another window changed meanwhile is never written over.
  async function handOver(record) {
    if (record.opens && Date.now() < Date.parse(record.opens)) return { state: "later" };
    try {
      const now = await fresh(record.send);
      if (now.state !== "open") return now;
      if (covered(record, now.doc.querySelector("form[data-keep]"))) {
        forget(record.name, record.at);
        return { state: "taken" };
      }
      const body = new URLSearchParams([...record.sent, ["token", now.token]]);
      const answer = await fetch(record.send, { method: "POST", body, cache: "no-store" });
      if (answer.status === 401) return { state: "signed-out" };
      const doc = await parsed(answer);
      if (!answer.ok || !doc.querySelector("form[data-keep]")) return { state: "refused" };
      if (doc.querySelector(".clash")) return { state: "clash", doc };
      forget(record.name, record.at);
      return { state: "taken", doc };
    } catch {
      return { state: "offline" };
    }
  }

  // Two windows never hand over the same record at once.
  function send(record) {
    if (!navigator.locks) return handOver(record);
    return navigator.locks.request(record.name, async () => {
      const now = read(record.name);
      return now.sent ? handOver(now) : { state: "taken" };
    });
  }

  return { PREFIX, about, all, covered, device, fields, forget, fresh, put, read, send, sent, ticks, values };
})();
