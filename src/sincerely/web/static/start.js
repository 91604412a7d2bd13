// Drops files into the form, and shows how much of them has arrived. Without this the form is sent as ever.
"use strict";

(() => {
  for (const hint of document.querySelectorAll("[data-only-scripts]")) hint.hidden = false;

  const form = document.querySelector("[data-drop]");
  if (!form) return;
  const chosen = form.querySelector("input[type=file]");
  const bar = form.querySelector("progress");

  function over(event, is) {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("is-over", is);
  }
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer.files.length) chosen.files = event.dataTransfer.files;
  });

  function say(text) {
    let notice = document.getElementById("files-error");
    if (!notice) {
      notice = document.createElement("p");
      notice.id = "files-error";
      notice.className = "notice is-late";
      notice.setAttribute("role", "alert");
      form.before(notice);
    }
    notice.textContent = text;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const size = [...chosen.files].reduce((sum, file) => sum + file.size, 0);
    if (size > Number(form.dataset.room)) {
      say(form.dataset.noRoom);
      return;
    }
    const button = form.querySelector("button");
    const sending = new XMLHttpRequest();
    sending.upload.addEventListener("progress", (step) => {
      if (step.lengthComputable) bar.value = step.loaded / step.total;
    });
    sending.addEventListener("load", () => {
      if (sending.status < 400) {
        location.assign("/start");
        return;
      }
      const page = new DOMParser().parseFromString(sending.responseText, "text/html");
      say(page.querySelector("[role=alert], .lede")?.textContent.trim() ?? "This was not taken. Try again.");
      button.disabled = false;
      bar.hidden = true;
    });
    sending.addEventListener("error", () => {
      say("The connection broke off; nothing was kept. Try again.");
      button.disabled = false;
      bar.hidden = true;
    });
    button.disabled = true;
    bar.hidden = false;
    sending.open("POST", form.action);
    sending.send(new FormData(form));
  });
})();
