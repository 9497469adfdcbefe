(function (id, found) {
  // Outputs kept from an earlier session, or shown twice, may stand under the same id.
  Array.from(document.querySelectorAll('[data-advrec-guess="' + id + '"]:not([data-live])')).forEach(function (box) {
    var input = box.querySelector("[data-sizes]"), label = box.querySelector("label"), button = box.querySelector("button");
    for (var name = input.id, copy = 1; document.getElementById(input.id) !== input; copy++) input.id = name + "-copy" + copy;
    label.htmlFor = input.id;

    function text() {
      return input.dataset.texts ? JSON.parse(input.dataset.texts)[input.value] : input.options[input.selectedIndex].text;
    }

    input.addEventListener("input", function () {
      if (input.dataset.texts) {
        input.setAttribute("aria-valuetext", text());
        box.querySelector("output").textContent = text();
      } else button.disabled = input.value === input.dataset.start;
    });
    // The guess stays on this page, and as it is.
    button.addEventListener("click", function () {
      box.querySelector("[role=status]").textContent = "You said " + text() + (text() === found ? ", and so it is." : ", it is " + found + ".");
      input.disabled = button.disabled = true;
      box.querySelector("details").open = true;
    });
    // A browser that restores a page restores its controls, too.
    input.value = input.dataset.start;
    button.disabled = !input.dataset.texts;
    box.dataset.live = "";
    box.querySelector("[data-controls]").hidden = false;
  });
})
