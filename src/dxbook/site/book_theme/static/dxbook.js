// What the book does beyond what it shows without scripts: the light/dark switch,
// the trace of a figure in place, and opening what an address points into.
(function () {
  "use strict";
  var root = document.documentElement;

  var button = document.getElementById("dx-theme");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      try { localStorage.setItem("dx-theme", root.dataset.theme); } catch (e) { /* private mode */ }
    });
  }

  // What the page says once, each figure says again: its source, and the sentence of one before it.
  var popover = document.getElementById("dx-trace"), before = {};
  document.querySelectorAll("a.dx-figure, a.dx-flag").forEach(function (link) {
    var to = link.getAttribute("href");
    if (link.hasAttribute("data-cited")) { link.title += popover.dataset.cited; }
    if (link.hasAttribute("data-again")) { link.title = before[to]; }
    before[to] = link.title;
  });

  // A title can have no language of its own: on a page that is not Vietnamese, quotes leave theirs,
  // lest they be read out as English. They are read, as Vietnamese, where the trace opens.
  if (root.lang !== "vi") {
    document.querySelectorAll('.dx-figure[title*="“"], .dx-trace[title*="“"]').forEach(function (element) {
      element.dataset.said = element.title;
      element.removeAttribute("title");
    });
  }

  // A figure opens its trace in place; without scripts its link leads to the sentence.
  if (popover && popover.showPopover) {
    document.addEventListener("click", function (event) {
      var figure = event.target.closest && event.target.closest("a.dx-figure[title], a.dx-figure[data-said]");
      if (!figure || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      popover.textContent = "";
      var text = document.createElement("p");
      text.append.apply(text, (figure.dataset.said || figure.title).split(/(«[^»]*»|“[^”]*”|https?:\/\/[^\s,]+)/).map(function (part) {
        if (/^https?:/.test(part)) {
          var address = document.createElement("a");
          address.href = address.textContent = part;
          address.rel = "noopener";
          return address;
        }
        if (!/^[«“]/.test(part)) { return part; }
        var quote = document.createElement("span"); // the source is Vietnamese in every edition
        quote.lang = "vi";
        quote.textContent = part;
        return quote;
      }));
      var link = document.createElement("a");
      link.href = figure.getAttribute("href");
      link.textContent = figure.getAttribute("href").indexOf("source.html") >= 0
        ? popover.dataset.source : popover.dataset.more;
      popover.append(text, link);
      var flag = figure.nextElementSibling;
      while (flag && flag.classList.contains("dx-mark")) { flag = flag.nextElementSibling; }
      if (flag && flag.classList.contains("dx-flag")) {
        var doubt = document.createElement("p"), why = document.createElement("a");
        why.href = flag.getAttribute("href");
        why.textContent = "⚑ " + popover.dataset.doubt;
        doubt.append(why);
        popover.append(doubt);
      }
      var of = figure.dataset.of ? figure.dataset.of + ": " : "";
      popover.append(wayToReport(figure.textContent, details(of + figure.textContent, figure.closest("[id]"))));
      show(link, figure);
    });
  }

  // What opens takes the focus, so that it is read out and the next Tab is in it, and gives it back.
  function show(first, back) {
    popover.showPopover();
    first.focus();
    popover.addEventListener("toggle", function (e) {
      if (e.newState === "closed") { back.focus({ preventScroll: true }); }
    }, { once: true });
  }

  // The other language, or year, is opened at the same place and with the same search.
  document.querySelectorAll(".dx-editions a").forEach(function (link) {
    var bare = link.href;
    link.addEventListener("click", function () {
      var field = document.getElementById("dx-q");
      link.href = bare + (field && field.value ? "?q=" + encodeURIComponent(field.value) : location.search) + location.hash;
    });
  });

  // Scripts that are loaded when they are first needed, each once; a page from disk has no other way.
  var assets = document.currentScript.src.replace(/[^/]*$/, ""), loading = {};
  function load(address) {
    loading[address] = loading[address] || new Promise(function (done) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      document.head.append(script);
    });
    return loading[address];
  }
  function explore(chart, button) {
    Promise.all([assets + "vega.js", assets + "explore.js", chart.dataset.points].map(load)).then(function () {
      dxExplore(chart, button);
    });
  }
  function asVegaLite(chart, name) {
    load(chart.dataset.points).then(function () {
      saved(name + ".vl.json", new Blob([JSON.stringify(dxCharts.charts[name].wide, null, 1)], { type: "application/json" }));
    });
  }

  // A chart can be saved as a picture and cited.
  function saved(name, blob) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }
  // The picture as it goes into slides and papers: between its title and its source, with a margin,
  // and in light colours, on which those of the page fall back.
  var SVG = "http://www.w3.org/2000/svg", MARGIN = 24;
  function wordsOf(chart, part) {
    var copy = chart.querySelector(part);
    if (!copy) { return ""; }
    copy = copy.cloneNode(true);
    copy.querySelectorAll(".dx-hidden").forEach(function (hidden) { hidden.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }
  function picture(chart) {
    var drawn = chart.querySelector(".dx-wide svg"), box = drawn.viewBox.baseVal, font = drawn.getAttribute("font-family");
    var wide = Math.max(box.width, 560), y = MARGIN, ruler = document.createElement("canvas").getContext("2d");
    function made(name, attributes, parent) {
      var element = document.createElementNS(SVG, name);
      Object.keys(attributes).forEach(function (a) { element.setAttribute(a, attributes[a]); });
      if (parent) { parent.append(element); }
      return element;
    }
    var whole = made("svg", { "font-family": font }), ground = made("rect", { fill: "#ffffff" }, whole);
    function write(text, size, weight, colour) {
      var line = "";
      ruler.font = weight + " " + size + "px " + font;
      text.split(" ").concat(null).forEach(function (word) {
        var longer = line && word ? line + " " + word : word;
        if (word !== null && ruler.measureText(longer).width <= wide) { line = longer; return; }
        if (line) {
          made("text", { x: MARGIN, y: y + size, "font-size": size + "px", "font-weight": weight, fill: colour }, whole).textContent = line;
          y += Math.round(size * 1.4);
        }
        line = word;
      });
    }
    write(wordsOf(chart, ".dx-chart-title"), 18, 600, "#1b2530");
    y += 2;
    write(wordsOf(chart, ".dx-chart-subtitle"), 14, 400, "#56616d");
    y += 16;
    var place = made("g", { transform: "translate(" + (MARGIN - box.x) + "," + (y - box.y) + ")" }, whole);
    place.append.apply(place, drawn.cloneNode(true).childNodes);
    y += box.height + 14;
    write(wordsOf(chart, ".dx-chart-note"), 13, 400, "#56616d");
    y += 6;
    write(sourceOf(chart), 12, 400, "#56616d");
    write(edition() + ".", 12, 400, "#56616d");
    var size = { width: wide + 2 * MARGIN, height: y + MARGIN - 4 };
    Object.keys(size).forEach(function (side) {
      whole.setAttribute(side, size[side]);
      ground.setAttribute(side, size[side]);
    });
    whole.setAttribute("viewBox", "0 0 " + size.width + " " + size.height);
    var coloured = new XMLSerializer().serializeToString(whole).replace(/var\(--[a-z-]+,\s*([^)]*)\)/g, "$1");
    return new DOMParser().parseFromString(coloured, "image/svg+xml").documentElement;
  }
  function asSvg(chart, name) {
    saved(name + ".svg", new Blob([new XMLSerializer().serializeToString(picture(chart))], { type: "image/svg+xml" }));
  }
  // A picture of a picture has none of the page's fonts, so its words are written on the canvas.
  function asPng(chart, name) {
    var whole = document.importNode(picture(chart), true), image = new Image(), holder = document.createElement("div");
    holder.className = "dx-hidden";
    holder.append(whole);
    document.body.append(holder);
    var words = Array.from(whole.querySelectorAll("text")).map(function (text) {
      var style = getComputedStyle(text);
      return { at: text.getCTM(), x: text.getAttribute("x") || 0, y: text.getAttribute("y") || 0, text: text.textContent,
        font: style.fontWeight + " " + style.fontSize + " " + style.fontFamily, fill: style.fill, opacity: style.opacity,
        align: { start: "left", middle: "center", end: "right" }[style.textAnchor] };
    });
    holder.remove();
    whole.querySelectorAll("text").forEach(function (text) { text.remove(); });
    image.onload = function () {
      var canvas = document.createElement("canvas"), pen = canvas.getContext("2d");
      canvas.width = image.width * 2; canvas.height = image.height * 2;
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      Promise.all(words.map(function (w) { return document.fonts.load(w.font, w.text); })).then(function () {
        words.forEach(function (w) {
          pen.setTransform(2 * w.at.a, 2 * w.at.b, 2 * w.at.c, 2 * w.at.d, 2 * w.at.e, 2 * w.at.f);
          pen.font = w.font; pen.fillStyle = w.fill; pen.globalAlpha = w.opacity; pen.textAlign = w.align;
          pen.fillText(w.text, w.x, w.y);
        });
        canvas.toBlob(function (blob) { saved(name + ".png", blob); });
      });
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(whole));
  }
  // The source line with the addresses it leads to.
  function sourceOf(chart) {
    var from = chart.querySelector(".dx-source");
    if (!from) { return ""; }
    from = from.cloneNode(true);
    from.querySelectorAll("a[href^='http']").forEach(function (a) { a.append(" <" + a.href + ">"); });
    return from.textContent.replace(/\s+/g, " ").trim() + ".";
  }
  function cite(chart, button) {
    var title = chart.querySelector(".dx-chart-title").textContent, source = sourceOf(chart);
    popover.textContent = "";
    var text = document.createElement("p"), all = details(title, chart) + (source ? " " + source : "");
    text.textContent = all;
    text.tabIndex = -1;
    popover.append(text, wayToReport(title, all));
    show(text, button);
  }

  function edition() { return popover.dataset.book + ", " + popover.dataset.edition; }
  // What a reader needs to name a figure to somebody else: book, edition, where, and which data.
  function details(what, place) {
    var words = popover.dataset;
    var vi = root.lang === "vi", marks = vi ? "«»" : "“”";
    // quotes within a quote
    var within = vi ? { "«": "“", "»": "”" } : { "“": "‘", "”": "’" };
    what = what.replace(/\s+/g, " ").trim().replace(/[«»“”]/g, function (mark) { return within[mark] || mark; });
    // of an address on a disk, the page's name alone
    var page = location.protocol === "file:" ? location.pathname.replace(/^.*\//, "") : location.href.split("#")[0];
    return edition() + ": " + marks[0] + what + marks[1] + ". "
      + page + (place && place.id ? "#" + place.id : "")
      + " (" + words.hash + " " + document.getElementById("dx-data").textContent + ").";
  }
  // An address to report an error to, or else the details to copy, for whomever the reader knows.
  function wayToReport(title, said) {
    var words = popover.dataset, line = document.createElement("p");
    line.className = "dx-report";
    if (words.contact) {
      var report = document.createElement("a");
      report.href = words.contact + (words.contact.indexOf("mailto:") === 0
        ? "?subject=" + encodeURIComponent(words.report + ": " + title) + "&body=" + encodeURIComponent(said) : "");
      report.textContent = words.report;
      line.append(report);
      return line;
    }
    var button = document.createElement("button"), block = document.createElement("span");
    button.type = "button";
    button.className = "dx-link";
    button.textContent = words.copy;
    block.className = "dx-details";
    block.setAttribute("role", "status");
    button.addEventListener("click", function () {
      block.textContent = said;
      getSelection().selectAllChildren(block); // to copy by hand where copying is refused
      if (navigator.clipboard) {
        navigator.clipboard.writeText(said).then(function () { button.textContent = words.copied; }, function () {});
      }
    });
    line.append(button, block);
    return line;
  }
  document.querySelectorAll("figure.dx-chart").forEach(function (chart) {
    var bar = document.createElement("p"), name = chart.id.replace("chart-", ""), drawn = chart.querySelector("svg");
    bar.className = "dx-download";
    [[drawn && "SVG", function () { asSvg(chart, name); }],
     [drawn && "PNG", function () { asPng(chart, name); }],
     [chart.dataset.points && "Vega-Lite", function () { asVegaLite(chart, name); }],
     [popover && popover.showPopover ? popover.dataset.cite : "", function (event) { cite(chart, event.currentTarget); }],
     [chart.dataset.points && popover.dataset.explore, function (event) { explore(chart, event.currentTarget); }]].forEach(function (tool) {
      if (!tool[0]) { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "dx-link";
      button.textContent = tool[0];
      button.setAttribute("aria-label", tool[0] + ": " + chart.querySelector(".dx-chart-title").textContent);
      button.addEventListener("click", tool[1]);
      bar.append(button, " ");
    });
    chart.append(bar);
  });

  // A closed card or table opens when an address points into it, and all open for print.
  function open() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
    }
    document.querySelectorAll(".dx-said").forEach(function (s) { s.classList.remove("dx-said"); });
    var quote = /^#q-(\d+)-(\d+)$/.exec(location.hash);
    if (quote) {
      document.querySelectorAll("[data-at]").forEach(function (s) {
        var at = Number(s.dataset.at);
        if (at >= Number(quote[1]) && at < Number(quote[2])) { s.classList.add("dx-said"); }
      });
    }
    if (target) { target.scrollIntoView({ block: "center" }); }
  }
  addEventListener("hashchange", open);
  open();
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.dx-card").forEach(function (d) { d.open = true; });
  });
})();
