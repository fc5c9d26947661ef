// Search as Vietnamese readers expect it: diacritics, case and đ are folded in the query and in the
// text alike, one letter for one letter, so that passages are shown as they are written.
(function () {
  "use strict";
  var SHOWN = 30, LETTER = /[\p{L}\p{N}_]/u;

  function fold(text) {
    return Array.from(text.normalize("NFC"), function (c) {
      var bare = c.normalize("NFD").charAt(0).toLowerCase();
      return bare === "đ" ? "d" : bare.length === c.length ? bare : c;
    }).join("").replace(/(\d),(?=\d)/g, "$1.").replace(/’/g, "'"); // 88,48 and 88.48 are one number
  }

  function at(text, term) {
    // where a word begins with the term; inside a word only when nowhere else
    for (var i = text.indexOf(term); i >= 0; i = text.indexOf(term, i + 1)) {
      if (i === 0 || !LETTER.test(text.charAt(i - 1))) { return i; }
    }
    return -1;
  }

  // how often words begin with the phrase; a whole word counts more than the beginning of one
  function often(text, phrase) {
    var times = 0;
    for (var i = text.indexOf(phrase); i >= 0; i = text.indexOf(phrase, i + phrase.length)) {
      if (i > 0 && LETTER.test(text.charAt(i - 1))) { continue; }
      times += LETTER.test(text.charAt(i + phrase.length)) ? 0.25 : 1;
    }
    return times;
  }

  function score(row, terms, phrase, written) {
    var title = row.folded[0], heading = row.folded[1], text = row.folded[2], total = 0;
    var named = row.id === phrase;
    for (var i = 0; i < terms.length && !named; i++) {
      var inTitle = at(title, terms[i]) >= 0, inHeading = at(heading, terms[i]) >= 0;
      var inText = at(text, terms[i]) >= 0;
      if (!inTitle && !inHeading && !inText) { return 0; }
      total += (inHeading ? 6 : 0) + (inTitle ? 3 : 0) + (inText ? 1 : 0);
    }
    total += 40 * Math.min(often(text, phrase), 6) / Math.sqrt(400 + text.length);
    total += 14 * Math.min(often(heading, phrase), 1) + 8 * Math.min(often(title, phrase), 1);
    total += 8 * Math.min(often(text, phrase), 1);
    if (heading === phrase || named) { total += 20; }
    // written with its diacritics, a word means those
    if (written !== phrase && (row[3] + " " + row[4]).toLowerCase().indexOf(written) >= 0) { total += 6; }
    return total;
  }

  function passage(row, terms, phrase) {
    var text = row[4], first = at(row.folded[2], phrase);
    for (var i = 0; first < 0 && i < terms.length; i++) { first = at(row.folded[2], terms[i]); }
    var start = Math.max(0, first - 70), end = Math.min(text.length, start + 220);
    if (start > 0) { start = text.indexOf(" ", start) + 1; }
    return { start: start, end: end, text: (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "") };
  }

  function marked(text, terms) {
    var folded = fold(text), marks = [], node = document.createDocumentFragment(), last = 0;
    terms.forEach(function (term) {
      for (var i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + term.length)) { marks.push([i, i + term.length]); }
    });
    marks.sort(function (a, b) { return a[0] - b[0]; }).forEach(function (m) {
      if (m[0] < last) { return; }
      node.append(text.slice(last, m[0]));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(m[0], m[1]);
      node.append(mark);
      last = m[1];
    });
    node.append(text.slice(last));
    return node;
  }

  function search(query) {
    // a count typed without its separators: 637760 is 637.760
    var grouped = query.replace(/\b\d{5,}\b/g, function (n) { return n.replace(/\B(?=(\d{3})+$)/g, "."); });
    var phrase = fold(grouped).trim().replace(/\s+/g, " ");
    var written = query.normalize("NFC").toLowerCase().trim().replace(/\s+/g, " ");
    var terms = phrase.split(" ").filter(Boolean), list = document.getElementById("dx-results");
    var found = document.getElementById("dx-found");
    list.textContent = found.textContent = "";
    if (!terms.length) { return; }
    var rows = (window.dxIndex || []).map(function (row, n, all) {
      row.folded = row.folded || [fold(row[2]), fold(row[3]), fold(row[4])];
      // a page's id is a name of it in English; it stands for the page's first passage
      row.id = n > 0 && all[n - 1][0] === row[0] ? "" : row[0].replace(".html", "");
      return { row: row, score: score(row, terms, phrase, written) };
    }).filter(function (hit) { return hit.score > 0; });
    rows.sort(function (a, b) { return b.score - a.score; });
    found.textContent = rows.length === 0 ? found.dataset.none
      : rows.length === 1 ? found.dataset.one : found.dataset.some.replace("%", rows.length);
    rows.slice(0, SHOWN).forEach(function (hit) {
      var row = hit.row, item = document.createElement("li"), link = document.createElement("a");
      link.href = row[0] + (row[1] ? "#" + row[1] : "");
      link.append(marked(row[3] && row[3] !== row[2] ? row[2] + " › " + row[3] : row[2], terms));
      var text = document.createElement("p");
      text.append(marked(passage(row, terms, phrase).text, terms));
      item.append(link, text);
      list.append(item);
    });
  }

  var field = document.getElementById("dx-q");
  var query = new URLSearchParams(location.search).get("q") || "";
  field.value = query;
  search(query);
  field.addEventListener("input", function () { search(field.value); });
})();
