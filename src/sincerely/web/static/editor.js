// The letter's second layer: underlines what the gate has found, ties sentences to what they stand on; the countdown.
// The page says the same without this file: the words are quoted beside the letter.
"use strict";

(() => {
  const body = () => document.querySelector("[data-body]");

  // Where words stand: the occurrence nearest to where the server saw them, for the text may have moved since.
  function nearest(text, words, begin) {
    let best = -1;
    for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) {
      if (best < 0 || Math.abs(at - begin) < Math.abs(best - begin)) best = at;
    }
    return best;
  }

  // A sentence as it was read may be broken into lines otherwise.
  function stretch(text, sentence) {
    const words = sentence.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const found = words[0] ? text.match(new RegExp(words.join("\\s+"))) : null;
    return found ? [found.index, found.index + found[0].length] : null;
  }

  function ranges(text) {
    const found = [];
    for (const item of document.querySelectorAll("#beside [data-quote]")) {
      const at = nearest(text, item.dataset.quote, Number(item.dataset.begin));
      if (at >= 0) found.push([at, at + item.dataset.quote.length, item.dataset.tone || "is-soon"]);
    }
    const here = document.querySelector("#beside .ground.is-here");
    const place = here && stretch(text, here.dataset.sentence);
    if (place) found.push([...place, "is-here"]);
    return found;
  }

  function paint() {
    const area = body();
    const under = document.querySelector("[data-under]");
    if (!area || !under) return;
    const text = area.value;
    const marks = ranges(text);
    const cuts = [...new Set([0, text.length, ...marks.flatMap(([begin, stop]) => [begin, stop])])].sort((a, b) => a - b);
    const pieces = cuts.slice(1).map((stop, n) => {
      const names = marks.filter(([b, s]) => b <= cuts[n] && stop <= s).map((each) => each[2]);
      const part = text.slice(cuts[n], stop);
      if (!names.length) return document.createTextNode(part);
      const mark = document.createElement("mark");
      mark.textContent = part;
      mark.className = [...names, ...(names.every((name) => name === "is-here") ? ["only-here"] : [])].join(" ");
      return mark;
    });
    under.replaceChildren(...pieces, document.createTextNode("\n"));
  }

  // The ground of the sentence in which one writes, or over whose ground the pointer is.
  function point(item) {
    const before = document.querySelector("#beside .ground.is-here");
    if (before === item) return;
    before?.classList.remove("is-here");
    item?.classList.add("is-here");
    paint();
  }

  function atCaret() {
    const area = body();
    if (!area || document.activeElement !== area) return;
    const at = area.selectionStart;
    const found = [...document.querySelectorAll("#beside .ground")].find((item) => {
      const place = stretch(area.value, item.dataset.sentence);
      return place && place[0] <= at && at <= place[1];
    });
    point(found ?? null);
  }

  document.addEventListener("input", (event) => { if (event.target === body()) paint(); });
  document.addEventListener("selectionchange", atCaret);
  document.addEventListener("pointerover", (event) => {
    const item = event.target.closest?.("#beside .ground");
    if (item) point(item);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const next = document.querySelector("[data-next]");
    if (next) {
      event.preventDefault();
      next.click();
    }
  });

  // The seconds in which one may still change one's mind; then the page itself asks to have it sent.
  let ticking = 0;
  function count() {
    clearInterval(ticking);
    const place = document.querySelector("[data-left]");
    const bar = document.querySelector("[data-going]");
    const send = document.querySelector("form[data-send]");
    if (!place || !send) return;
    const ends = Date.now() + Number(place.dataset.left) * 1000;
    ticking = setInterval(() => {
      const left = Math.max(0, Math.ceil((ends - Date.now()) / 1000));
      place.textContent = String(left);
      if (bar) bar.value = left;
      if (left > 0) return;
      clearInterval(ticking);
      send.requestSubmit();
    }, 250);
  }

  function copying() {
    const button = document.querySelector("[data-copy]");
    const text = document.querySelector("[data-text]");
    if (!button || !text || !navigator.clipboard) return;
    button.hidden = false;
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(text);
        button.textContent = "Selected: now copy it";
      }
    };
  }

  function begin() {
    paint();
    count();
    copying();
  }
  document.addEventListener("htmx:after:swap", begin);
  begin();
})();
