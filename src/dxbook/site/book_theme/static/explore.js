// A chart whose points can be pointed at. Vega draws it over its static picture, which keeps its
// place and is what prints; what is known of a point stands beside it and is read out.
(function () {
  "use strict";

  function element(name, looks, parent) {
    var made = document.createElement(name);
    made.className = looks;
    parent.append(made);
    return made;
  }

  // The chart's specification with the page's colours, fonts and hatching in place of its own.
  function specification(name, width, picture) {
    var text = JSON.stringify(dxCharts.charts[name][width]), hatch = picture.querySelector("pattern");
    var other = Object.assign({}, dxCharts.fonts);
    Object.keys(dxCharts.colours).forEach(function (colour) {
      other[dxCharts.colours[colour]] = "var(--dx-" + colour + ")";
    });
    if (hatch) { other[dxCharts.colours.hatch] = "url(#" + hatch.id + ")"; }
    Object.keys(other).forEach(function (own) {
      text = text.split(JSON.stringify(own)).join(JSON.stringify(other[own]));
    });
    return JSON.parse(text);
  }

  // What can be pointed at, in the order it is drawn in: whatever has a tooltip. All items of a
  // line or an area are one element; its points are marks of their own.
  function pointsOf(mark, found) {
    if (mark.marktype === "line" || mark.marktype === "area") { return found; }
    mark.items.forEach(function (item) {
      if (item.items) { item.items.forEach(function (inner) { pointsOf(inner, found); }); }
      else if (item.tooltip && typeof item.tooltip === "object") { found.push(item); }
    });
    return found;
  }

  // Vietnamese sentences of the source are marked as such on pages that are not.
  function say(text, parent) {
    parent.append.apply(parent, text.split(/(«[^»]*»|“[^”]*”)/).map(function (part) {
      if (!/^[«“]/.test(part)) { return part; }
      var quote = document.createElement("span");
      quote.lang = "vi";
      quote.textContent = part;
      return quote;
    }));
  }

  window.dxExplore = function (chart, button) {
    if (chart.dxClose) { chart.dxClose(); return; }
    var words = dxCharts.words, title = chart.querySelector(".dx-chart-title").textContent;
    var picture = chart.querySelector(".dx-picture"), stage = document.createElement("div");
    var shown = Array.from(picture.children).filter(function (p) { return p.getClientRects().length; })[0];
    var width = shown.classList.contains("dx-wide") ? "wide" : "narrow";
    var spec = specification(chart.id.replace("chart-", ""), width, shown);
    var points = [], at = -1, drawn;

    stage.className = "dx-stage";
    picture.replaceWith(stage);
    stage.append(picture);
    var live = element("div", "dx-live dx-" + width, stage);
    live.tabIndex = 0;
    live.setAttribute("role", "application");
    live.setAttribute("aria-label", title + ": " + words.keys);
    var canvas = element("div", "dx-canvas", live), ring = element("div", "dx-ring", live), tip = element("div", "dx-tip", live);
    canvas.setAttribute("aria-hidden", "true");
    ring.hidden = true;
    tip.setAttribute("role", "status");

    var picks = (spec.params || []).some(function (parameter) { return parameter.name === "picked"; });
    function pick(series) {
      if (picks && drawn) { drawn.view.signal("picked", series || "").runAsync(); }
    }
    function leave() {
      at = -1;
      ring.hidden = true;
      tip.textContent = "";
      pick("");
    }
    function tell(number, scroll) {
      if (number === at || !points[number]) { return; }
      at = number;
      var item = points[at];
      if (scroll) { item._svg.scrollIntoView({ block: "nearest" }); }
      var all = live.getBoundingClientRect();
      var box = item._svg.getBoundingClientRect(); // the element that Vega drew for it
      tip.textContent = "";
      element("span", "dx-hidden", tip).textContent = words.place.replace("%", at + 1).replace("%", points.length) + ". ";
      Object.keys(item.tooltip).forEach(function (name) {
        if (item.tooltip[name] === "") { return; }
        var line = element("p", "", tip);
        element("strong", "", line).textContent = name + ": ";
        say(item.tooltip[name], line);
      });
      ring.hidden = false;
      ring.style.cssText = "left:" + (box.left - all.left) + "px;top:" + (box.top - all.top)
        + "px;width:" + box.width + "px;height:" + box.height + "px";
      var left = Math.max(0, Math.min((box.left + box.right) / 2 - all.left - tip.offsetWidth / 2, all.width - tip.offsetWidth));
      var below = box.bottom + 6 + tip.offsetHeight <= innerHeight || box.top < tip.offsetHeight;
      tip.style.left = left + "px";
      tip.style.top = (below ? box.bottom - all.top + 6 : box.top - all.top - tip.offsetHeight - 6) + "px";
      pick(item.datum.series);
    }
    // Of the points whose places hold this one, the one whose middle is nearest: places may overlap.
    function nearest(x, y) {
      var best = Infinity, found = -1;
      points.forEach(function (item, number) {
        var box = item._svg.getBoundingClientRect(), away = Math.hypot(x - (box.left + box.right) / 2, y - (box.top + box.bottom) / 2);
        if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom && away < best) { best = away; found = number; }
      });
      return found;
    }
    // To the next point; up and down, where there are series, to the next one's.
    function move(by, far) {
      var from = points[at], to = at + by;
      while (far && from && points[to] && from.datum.series && points[to].datum.series === from.datum.series) { to += by; }
      tell(at < 0 ? (by > 0 ? 0 : points.length - 1) : to, true);
    }
    function keyed(event) {
      var moves = { ArrowRight: [1], ArrowLeft: [-1], ArrowDown: [1, true], ArrowUp: [-1, true] }[event.key];
      if (event.key === "Escape") { chart.dxClose(); }
      else if (event.target !== live) { return; }
      else if (moves) { move(moves[0], moves[1]); }
      else if (event.key === "Home") { tell(0, true); }
      else if (event.key === "End") { tell(points.length - 1, true); }
      else { return; }
      event.preventDefault();
    }
    function named(text) {
      button.textContent = text;
      button.setAttribute("aria-label", text + ": " + title);
    }
    var screen = matchMedia("(min-width: 45rem)"); // the other picture is shown: as in the stylesheet
    chart.dxClose = function () {
      var within = live.contains(document.activeElement);
      chart.dxClose = null;
      chart.removeEventListener("keydown", keyed);
      screen.removeEventListener("change", close);
      if (drawn) { drawn.finalize(); }
      stage.replaceWith(picture);
      named(words.explore);
      if (within) { button.focus({ preventScroll: true }); }
    };
    function close() { if (chart.dxClose) { chart.dxClose(); } }

    chart.addEventListener("keydown", keyed);
    screen.addEventListener("change", close);
    live.addEventListener("pointerleave", function (event) { if (event.pointerType === "mouse") { leave(); } });
    ["pointermove", "click"].forEach(function (way) { // a finger does not hover
      canvas.addEventListener(way, function (event) { tell(nearest(event.clientX, event.clientY)); });
    });
    live.addEventListener("blur", leave);
    named(words["static"]);
    // What Vega-Lite warns of was so in the static picture too, and no reader can mend it.
    var warn = console.warn;
    console.warn = function () {};
    // Expressions are interpreted, so that a page may forbid eval.
    vegaEmbed(canvas, spec, {
      actions: false, ast: true, defaultStyle: false, renderer: "svg", logLevel: 1, formatLocale: dxCharts.numbers || undefined,
      tooltip: function () {}
    }).finally(function () { console.warn = warn; }).then(function (result) {
      if (!chart.dxClose) { result.finalize(); return; }
      drawn = result;
      points = pointsOf(result.view.scenegraph().root, points);
      stage.classList.add("dx-ready");
      live.focus({ preventScroll: true });
    });
  };
})();
