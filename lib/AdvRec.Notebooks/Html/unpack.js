(function (packed) {
  if (window.Plotly || !window.DecompressionStream) return;
  var text = atob(packed), bytes = new Uint8Array(text.length);
  for (var at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text().then(function (source) {
    var script = document.createElement("script");
    script.textContent = source;
    document.head.appendChild(script);
  });
})
