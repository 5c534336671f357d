(() => {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const figures = read("figures"), sentences = read("sentences");
  const dark = window.matchMedia("(prefers-color-scheme: dark)"), paper = window.matchMedia("print");
  const plots = [...document.querySelectorAll(".plot")];
  // A4 without its margins, in CSS pixels.
  const PAGE = 680;
  const ink = (onPaper) => (!onPaper && dark.matches ? "#E6E8EC" : "#1D2430");
  for (const plot of plots) {
    const figure = figures[plot.dataset.figure];
    const font = { color: ink(false), family: "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif", size: 13 };
    const layout = { ...figure.layout, template: {}, font: { ...font, ...(figure.layout.font || {}) }, autosize: true };
    const config = {
      displaylogo: false, responsive: true, modeBarButtons: [["toImage"]],
      toImageButtonOptions: { format: "png", scale: 2, filename: "dateline-" + plot.dataset.figure },
    };
    window.Plotly.newPlot(plot, figure.data, layout, config);
    plot.on("plotly_click", (event) => {
      for (const point of event.points) {
        const mark = Array.isArray(point.customdata) ? point.customdata[0] : point.customdata;
        if (mark && Object.hasOwn(sentences, mark)) { window.location.hash = sentences[mark]; return; }
      }
    });
  }
  const draw = (onPaper) => {
    for (const plot of plots) {
      const size = onPaper ? { width: PAGE, autosize: false } : { width: null, autosize: true };
      window.Plotly.relayout(plot, { "font.color": ink(onPaper), ...size });
    }
  };
  dark.addEventListener("change", () => draw(paper.matches));
  paper.addEventListener("change", () => draw(paper.matches));
  window.addEventListener("beforeprint", () => draw(true));
  window.addEventListener("afterprint", () => draw(false));
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && window.location.hash) window.location.hash = "";
  });
})();
