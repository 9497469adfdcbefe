"use strict";
(() => {
  const codes = [...document.querySelectorAll("details.code")];

  const foldAll = document.getElementById("fold-all");
  if (foldAll && codes.length > 0) {
    const label = () => foldAll.textContent = codes.some(code => code.open) ? "Hide all code" : "Show all code";
    foldAll.hidden = false;
    foldAll.addEventListener("click", () => {
      const open = !codes.some(code => code.open);
      codes.forEach(code => code.open = open);
    });
    codes.forEach(code => code.addEventListener("toggle", label));
    label();
  }

  for (const code of codes) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy the code of ${code.closest("section").getAttribute("aria-label").toLowerCase()}`);
    button.addEventListener("click", async () => {
      button.textContent = await copy(code.querySelector("code")) ? "Copied" : "Press Ctrl+C";
      setTimeout(() => button.textContent = "Copy", 2000);
    });
    code.append(button);
  }

  async function copy(element) {
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      // Pages opened from a file may not reach the clipboard: leave the code selected instead.
      getSelection().selectAllChildren(element);
      return false;
    }
  }

  // Who has guessed, or asked for the answer, may see all that gives it away.
  for (const answer of document.querySelectorAll("details[data-answer]")) {
    answer.addEventListener("toggle", () => {
      if (!answer.open) return;
      for (let next = answer.closest("section")?.nextElementSibling; next && !next.classList.contains("text"); next = next.nextElementSibling)
        next.querySelectorAll("details.after-guess").forEach(folded => folded.open = true);
    });
  }

  // On a phone the contents would push the page away.
  const contents = document.querySelector(".contents details");
  if (contents && matchMedia("(max-width: 60rem)").matches) contents.open = false;
})();
