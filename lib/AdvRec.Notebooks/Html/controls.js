(function (id, slots) {
  // Outputs kept from an earlier session, or shown twice, may stand under the same id.
  Array.from(document.querySelectorAll('[data-advrec-movable="' + id + '"]:not([data-live])')).forEach(function (figure) {
    var inputs = Array.from(figure.querySelectorAll("[data-sizes]"));
    inputs.forEach(function (input) {
      for (var name = input.id, copy = 1; document.getElementById(input.id) !== input; copy++) input.id = name + "-copy" + copy;
      input.parentNode.querySelector("label").htmlFor = input.id;
    });
    var parts = slots.map(function (slot, index) { return figure.querySelector('[data-slot="' + index + '"]'); });
    var still = window.matchMedia("(prefers-reduced-motion: reduce)");
    var shown = -1;

    function frame() {
      return inputs.reduce(function (at, input) { return at * +input.dataset.sizes + +input.value; }, 0);
    }

    function order(list, keys) {
      var shown = Array.from(list.children).filter(function (row) { return !row.hidden; });
      var next = keys.split(" ").map(function (key) { return list.querySelector('[data-key="' + key + '"]'); });
      var tops = still.matches ? [] : shown.map(function (row) { return row.getBoundingClientRect().top; });
      shown.forEach(function (row) { row.hidden = next.indexOf(row) < 0; });
      next.slice().reverse().forEach(function (row) {
        row.hidden = false;
        list.insertBefore(row, list.firstChild);
      });
      // All places are read before anything moves: each reading after a change lays the page out anew.
      var ways = tops.map(function (top, index) { return shown[index].hidden ? 0 : top - shown[index].getBoundingClientRect().top; });
      ways.forEach(function (way, index) {
        if (way && shown[index].animate) shown[index].animate([{ transform: "translateY(" + way + "px)" }, { transform: "none" }], 150);
      });
    }

    function show() {
      var now = frame();
      inputs.forEach(function (input) {
        var text = input.dataset.texts && JSON.parse(input.dataset.texts)[input.value];
        if (text === undefined) return;
        input.setAttribute("aria-valuetext", text);
        input.parentNode.querySelector("output").textContent = text;
      });
      slots.forEach(function (slot, index) {
        slot.forEach(function (change) {
          var value = change[1][change[2][now]];
          if (shown >= 0 && value === change[1][change[2][shown]]) return;
          if (change[0] === "text") parts[index].textContent = value;
          else if (change[0] === "order") order(parts[index], value);
          else parts[index].setAttribute(change[0], value);
        });
      });
      shown = now;
    }

    inputs.forEach(function (input) { input.addEventListener("input", show); });
    figure.querySelector("button").addEventListener("click", function () {
      inputs.forEach(function (input) { input.value = input.dataset.start; });
      show();
    });
    // A browser that restores a page restores its controls, too.
    inputs.forEach(function (input) { input.value = input.dataset.start; });
    shown = frame();
    figure.dataset.live = "";
    figure.querySelector("[data-controls]").hidden = false;
  });
})
