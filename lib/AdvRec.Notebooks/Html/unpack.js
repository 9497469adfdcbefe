(function (packed) {
  if (window.Plotly || !window.DecompressionStream) return;
  var bytes = Uint8Array.from(atob(packed), function (character) { return character.charCodeAt(0); });
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text().then(function (source) {
    var script = document.createElement("script");
    script.textContent = source;
    document.head.appendChild(script);
  });
})
