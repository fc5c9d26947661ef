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

  // A title can have no language of its own: on a page that is not Vietnamese, quotes leave theirs,
  // lest they be read out as English. They are read, as Vietnamese, where the trace opens.
  if (root.lang !== "vi") {
    document.querySelectorAll('.dx-figure[title*="“"], .dx-trace[title*="“"]').forEach(function (element) {
      element.dataset.said = element.title;
      element.removeAttribute("title");
    });
  }

  // A figure opens its trace in place; without scripts its link leads to the sentence.
  var popover = document.getElementById("dx-trace");
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

  // A chart can be saved as a picture and cited; its colours are those on the page.
  function saved(name, blob) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }
  function picture(chart) {
    var shown = Array.from(chart.querySelectorAll(".dx-picture svg")).filter(function (s) { return s.getClientRects().length; })[0];
    var copy = shown.cloneNode(true), box = shown.viewBox.baseVal, style = getComputedStyle(root);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    var ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    ground.setAttribute("x", box.x); ground.setAttribute("y", box.y);
    ground.setAttribute("width", box.width); ground.setAttribute("height", box.height);
    ground.setAttribute("fill", style.getPropertyValue("--page"));
    copy.insertBefore(ground, copy.firstChild);
    return new XMLSerializer().serializeToString(copy).replace(/var\((--[a-z-]+)[^)]*\)/g, function (all, name) {
      return style.getPropertyValue(name).trim() || all;
    });
  }
  function asPng(chart, name) {
    var text = picture(chart), image = new Image();
    image.onload = function () {
      var canvas = document.createElement("canvas");
      canvas.width = image.width * 2; canvas.height = image.height * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (blob) { saved(name + ".png", blob); });
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  }
  function cite(chart, button) {
    var title = chart.querySelector(".dx-chart-title").textContent, source = chart.querySelector(".dx-source");
    var from = source ? source.cloneNode(true) : null;
    if (from) {
      from.querySelectorAll("a[href^='http']").forEach(function (a) { a.append(" <" + a.href + ">"); });
    }
    popover.textContent = "";
    var text = document.createElement("p"), said = details(title, chart) + (from ? " " + from.textContent + "." : "");
    text.textContent = said;
    text.tabIndex = -1;
    popover.append(text, wayToReport(title, said));
    show(text, button);
  }

  // What a reader needs to name a figure to somebody else: book, edition, where, and which data.
  function details(what, place) {
    var words = popover.dataset;
    var vi = root.lang === "vi", marks = vi ? "«»" : "“”";
    // quotes within are those of a quote within a quote
    var within = vi ? { "«": "“", "»": "”" } : { "“": "‘", "”": "’" };
    what = what.replace(/\s+/g, " ").trim().replace(/[«»“”]/g, function (mark) { return within[mark] || mark; });
    // the address on a disk is nobody else's: of that, the page's name alone
    var page = location.protocol === "file:" ? location.pathname.replace(/^.*\//, "") : location.href.split("#")[0];
    return words.book + ", " + words.edition + ": " + marks[0] + what + marks[1] + ". "
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
      getSelection().selectAllChildren(block); // where copying is refused, it is there to copy by hand
      if (navigator.clipboard) {
        navigator.clipboard.writeText(said).then(function () { button.textContent = words.copied; }, function () {});
      }
    });
    line.append(button, block);
    return line;
  }
  document.querySelectorAll("figure.dx-chart").forEach(function (chart) {
    var bar = document.createElement("p"), name = chart.id.replace("chart-", "");
    bar.className = "dx-download";
    [["SVG", function () { saved(name + ".svg", new Blob([picture(chart)], { type: "image/svg+xml" })); }],
     ["PNG", function () { asPng(chart, name); }],
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
