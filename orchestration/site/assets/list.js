// The list of reports: search, filters and order over rows of reports.js; at most a screenful is drawn at once.
"use strict";

(function () {
  const data = window.JIHE_REPORTS || { fields: [], kinds: {}, rows: [] };
  const at = Object.fromEntries(data.fields.map(function (name, place) { return [name, place]; }));
  const AT_ONCE = 100;
  const SEVERITIES = ["error", "warning", "info"];
  const controls = {};
  for (const name of ["q", "year", "severity", "kind", "order"]) controls[name] = document.getElementById(name);
  const body = document.getElementById("rows");
  const more = document.getElementById("more");
  const status = document.getElementById("status");

  const reports = data.rows.map(function (row) {
    const get = function (name) { return row[at[name]]; };
    const words = [get("department"), get("region"), get("title"), get("file"), get("year"), get("id")]
      .concat(get("rules")).filter(Boolean).join(" ").toLowerCase();
    const stated = parseFloat(get("stated")), supported = parseFloat(get("supported"));
    return {
      get: get, words: words,
      weight: get("error") * 1e6 + get("warning") * 1e3 + get("info"),
      gap: isNaN(stated) || isNaN(supported) ? -Infinity : stated - supported,
    };
  });
  let found = [], drawn = 0;

  function language() { return document.documentElement.dataset.lang === "en" ? 1 : 0; }

  function options() {
    const years = Array.from(new Set(reports.map(function (r) { return r.get("year"); }).filter(Boolean)));
    years.sort().reverse();
    for (const year of years) controls.year.add(new Option(year, year));
    for (const kind of Object.keys(data.kinds)) {
      const option = new Option(data.kinds[kind][language()], kind);
      option.dataset.zh = data.kinds[kind][0];
      option.dataset.en = data.kinds[kind][1];
      controls.kind.add(option);
    }
  }

  const orders = {
    findings: function (a, b) { return b.weight - a.weight; },
    gap: function (a, b) { return a.gap === b.gap ? 0 : b.gap - a.gap; },
    year: function (a, b) { return (b.get("year") || 0) - (a.get("year") || 0); },
  };

  function matches(report, words, chosen) {
    for (const word of words) if (!report.words.includes(word)) return false;
    if (chosen.year && String(report.get("year")) !== chosen.year) return false;
    if (chosen.severity === "none" ? report.weight > 0 : chosen.severity && !report.get(chosen.severity)) return false;
    return !chosen.kind || report.get("kinds").includes(chosen.kind);
  }

  function filter() {
    const chosen = {};
    for (const name of Object.keys(controls)) chosen[name] = controls[name].value;
    const words = chosen.q.toLowerCase().split(/\s+/).filter(Boolean);
    found = reports.filter(function (report) { return matches(report, words, chosen); });
    if (orders[chosen.order]) found.sort(orders[chosen.order]);
    body.replaceChildren();
    drawn = 0;
    draw();
    say();
  }

  function say() {
    status.textContent = language()
      ? found.length + " of " + reports.length + " reports"
      : "共 " + reports.length + " 份报告，符合条件 " + found.length + " 份";
  }

  function cell(row, text, name) {
    const element = row.insertCell();
    if (name) element.className = name;
    element.textContent = text === null || text === undefined ? "" : text;
    return element;
  }

  function line(report) {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    const link = document.createElement("a");
    link.href = "reports/" + report.get("id") + ".html";
    link.textContent = report.get("department") || report.get("file");
    head.append(link);
    if (report.get("title")) {
      const title = document.createElement("small");
      title.textContent = report.get("title");
      head.append(title);
    }
    row.append(head);
    cell(row, report.get("year"), "year");
    cell(row, report.get("region"), "wide");
    for (const severity of SEVERITIES) {
      const number = report.get(severity);
      const element = cell(row, "", severity === "info" ? "n wide" : "n");
      const tag = document.createElement("span");
      tag.className = number ? "tag " + severity : "zero";
      tag.textContent = number;
      element.append(tag);
    }
    cell(row, report.get("stated"), "n");
    const supported = cell(row, report.get("supported"), "n wide");
    if (report.gap > 0) supported.classList.add("gap");
    return row;
  }

  function draw() {
    body.append.apply(body, found.slice(drawn, drawn + AT_ONCE).map(line));
    drawn = Math.min(drawn + AT_ONCE, found.length);
    more.hidden = drawn >= found.length;
  }

  function remember() {
    const kept = new URLSearchParams();
    for (const name of Object.keys(controls)) {
      if (controls[name].value && controls[name].value !== "department") kept.set(name, controls[name].value);
    }
    try { history.replaceState(null, "", "#" + kept); } catch (error) { /* some browsers refuse it for files */ }
  }

  function recall() {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const name of Object.keys(controls)) {
      controls[name].value = kept.get(name) || (name === "order" ? "department" : "");
    }
    filter();
  }

  options();
  document.getElementById("filters").addEventListener("submit", function (event) { event.preventDefault(); });
  for (const name of Object.keys(controls)) {
    controls[name].addEventListener("input", function () { filter(); remember(); });
  }
  more.addEventListener("click", draw);
  if ("IntersectionObserver" in window) {
    new IntersectionObserver(function (entries) {
      if (entries.some(function (entry) { return entry.isIntersecting; }) && !more.hidden) draw();
    }, { rootMargin: "400px" }).observe(more.parentElement);
  }
  addEventListener("hashchange", recall);
  document.addEventListener("jihe-language", say);
  recall();
})();
