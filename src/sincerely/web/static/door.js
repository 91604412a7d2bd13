// Before signing in and out: says what of one's words this device still has.
"use strict";

(() => {
  const place = document.querySelector("[data-unsent]");
  const found = Kept.all().filter((record) => record.send);
  if (!place || !found.length) return;
  place.hidden = false;
  place.querySelector("b").textContent = `${Kept.device()}`;
})();
