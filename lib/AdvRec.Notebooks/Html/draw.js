(function (id, figure) {
  var patience = 10000, started = Date.now();

  // Outputs kept from an earlier session may show the same figure under the same id.
  function places() {
    return Array.from(document.querySelectorAll('[id="' + id + '"]:not([data-drawn])'));
  }

  function draw(place) {
    place.dataset.drawn = "begun";
    place.textContent = "";
    var ink = getComputedStyle(place).color;
    var copy = JSON.parse(JSON.stringify(figure), function (name, value) { return name === "color" && value === "currentcolor" ? ink : value; });
    var meta = copy.layout.meta;
    place.style.minWidth = meta.minWidth + "px";

    var width;
    function fit() {
      if (place.clientWidth === 0 || place.clientWidth === width) return;
      width = place.clientWidth;
      return Plotly.relayout(place, Object.assign({ autosize: true }, width < meta.wideFrom ? meta.narrow : meta.wide));
    }
    Plotly.newPlot(place, copy.data, copy.layout, copy.config).then(fit).then(function () {
      place.dataset.drawn = "done";
      new ResizeObserver(fit).observe(place);
    });
  }

  function attempt() {
    var waiting = places(), late = Date.now() - started > patience;
    if (window.Plotly) waiting.forEach(draw);
    else if (late) waiting.forEach(function (place) {
      place.textContent = "This plot is waiting for plotly.js, which comes with the first plot of the notebook: run the first cell that shows a plot again.";
    });
    if (waiting.length ? !window.Plotly : !late) setTimeout(attempt, 100);
  }

  attempt();
})
