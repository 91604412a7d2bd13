// A page that was taken back shows what is kept, and not what was typed before: its fields say so only in the page.
"use strict";

document.addEventListener("htmx:after:swap", () => {
  for (const form of document.querySelectorAll("form[data-as-kept]")) form.reset();
});
