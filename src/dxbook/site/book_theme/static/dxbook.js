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

  // A figure opens its trace in place; without scripts its link leads to the sentence.
  var popover = document.getElementById("dx-trace");
  if (popover && popover.showPopover) {
    document.addEventListener("click", function (event) {
      var figure = event.target.closest && event.target.closest("a.dx-figure[title]");
      if (!figure || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      popover.textContent = "";
      var text = document.createElement("p");
      text.textContent = figure.title;
      var link = document.createElement("a");
      link.href = figure.getAttribute("href");
      link.textContent = figure.getAttribute("href").indexOf("source.html") >= 0
        ? popover.dataset.source : popover.dataset.more;
      popover.append(text, link);
      popover.showPopover();
      link.focus();
      popover.addEventListener("toggle", function (e) {
        if (e.newState === "closed") { figure.focus({ preventScroll: true }); }
      }, { once: true });
    });
  }

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
