(function (packed) {
  if (window.Plotly || !window.DecompressionStream) return;
  var text = atob(packed), bytes = new Uint8Array(text.length);
  for (var at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text().then(function (source) {
    function run() {
      if (!source) return;
      var script = document.createElement("script");
      script.textContent = source;
      source = "";
      document.head.appendChild(script);
    }

    // Running it takes a good part of a second: the page, and what moves on it, is painted before. A page that nobody sees has no frames.
    function afterAFrame() {
      requestAnimationFrame(function () { setTimeout(run, 0); });
      setTimeout(run, 500);
    }

    if (document.readyState === "complete") afterAFrame();
    else window.addEventListener("load", afterAFrame);
  });
})
