(function (id, figure) {
  var patience = 10000, started = Date.now();
  var help = window.DecompressionStream
    ? "This plot cannot be drawn: plotly.js is not on this page. It comes with the cell that imports lib.dib: run that cell again. Where there is none, it comes with the first plot: restart the kernel and run all cells."
    : "This plot cannot be drawn: this browser cannot unpack plotly.js. Chrome and Edge can from 80 on, Firefox from 113, Safari from 16.4.";
  // Plotly takes no colour from its surroundings: it gets one that nothing else has, which then gives way to theirs, on paper and in another theme, too.
  var mark = "rgb(1, 2, 3)";

  // Outputs kept from an earlier session may show the same figure under the same id.
  function places() {
    return Array.from(document.querySelectorAll('[id="' + id + '"]:not([data-drawn])'));
  }

  function marked() {
    return JSON.parse(JSON.stringify(figure), function (name, value) {
      return value === "currentcolor" && /color$/.test(name) ? mark : value;
    });
  }

  function takeInk(place) {
    place.querySelectorAll("svg [style]").forEach(function (part) {
      ["fill", "stroke"].forEach(function (name) {
        if (part.style[name] === mark) part.style[name] = "currentcolor";
      });
    });
  }

  function changesAt(width, layouts) {
    return layouts.filter(function (layout, index) { return index === 0 || layout.from <= width; }).pop().changes;
  }

  function apply(changes, layout) {
    Object.keys(changes).forEach(function (path) {
      var names = path.match(/[^.[\]]+/g), last = names.pop();
      names.reduce(function (part, name) { return part[name]; }, layout)[last] = changes[path];
    });
  }

  function draw(place) {
    place.dataset.drawn = "begun";
    place.textContent = "";
    var copy = marked(), fixed = copy.layout.width;
    // Charts that a notebook makes itself have one layout for all widths.
    var meta = copy.layout.meta && copy.layout.meta.layouts ? copy.layout.meta : { minWidth: 300, layouts: [{ changes: {} }] };
    place.style.minWidth = meta.minWidth + "px";

    var width = place.clientWidth;
    function fit() {
      if (fixed || place.clientWidth === 0 || place.clientWidth === width) return;
      width = place.clientWidth;
      Plotly.relayout(place, Object.assign({ width: width }, changesAt(width, meta.layouts)));
    }
    apply(changesAt(width, meta.layouts), copy.layout);
    copy.layout.width = fixed || width || meta.minWidth;
    Plotly.newPlot(place, copy.data, copy.layout, copy.config).then(function () {
      takeInk(place);
      place.on("plotly_afterplot", function () { takeInk(place); });
      place.dataset.drawn = "done";
      new ResizeObserver(fit).observe(place);
    });
  }

  function attempt() {
    var waiting = places(), late = Date.now() - started > patience;
    if (window.Plotly) waiting.forEach(draw);
    else if (late) waiting.forEach(function (place) { place.textContent = help; });
    if (waiting.length ? !window.Plotly : !late) setTimeout(attempt, 100);
  }

  if (!window.Plotly) places().forEach(function (place) { place.textContent = "loading the plot …"; });
  // The text of the page comes first.
  setTimeout(attempt, 0);
})
