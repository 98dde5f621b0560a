// What every page does: remember the language, and show what belongs together on a page of a report.
// Pages work without it: every mark is a plain link.
"use strict";

(function () {
  const root = document.documentElement;

  function remembered() {
    try { return localStorage.getItem("jihe-language"); } catch (error) { return null; }
  }

  function speak(language) {
    root.dataset.lang = language;
    root.lang = language === "en" ? "en" : "zh-CN";
    for (const option of document.querySelectorAll("option[data-zh]")) {
      option.textContent = option.dataset[language];
    }
    document.dispatchEvent(new CustomEvent("jihe-language"));
  }

  const chosen = remembered();
  if (chosen === "zh" || chosen === "en") speak(chosen);
  else if (root.dataset.lang !== "zh") speak(root.dataset.lang);

  document.getElementById("language").addEventListener("click", function () {
    const language = root.dataset.lang === "en" ? "zh" : "en";
    try { localStorage.setItem("jihe-language", language); } catch (error) { /* private window */ }
    speak(language);
  });

  // --- a report: the mark, the figure's row and the findings that share it light up together
  const lit = [];

  function light(element) {
    if (element) { element.classList.add("lit"); lit.push(element); }
  }

  function marksOf(anchor) {
    return document.querySelectorAll('[data-a~="' + CSS.escape(anchor) + '"]');
  }

  function show() {
    for (const element of lit.splice(0)) element.classList.remove("lit");
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && document.getElementById(name);
    if (!target) return;
    const shared = (target.dataset.f || target.dataset.q || "").split(" ").filter(Boolean);
    for (const anchor of shared) marksOf(anchor).forEach(light);
    inView(lit);
    const marks = marksOf(name);
    if (marks.length) {
      marks.forEach(light);
      for (const mark of marks) for (const anchor of mark.dataset.a.split(" ")) {
        light(document.querySelector('[data-f="' + CSS.escape(anchor) + '"]'));
        for (const finding of document.querySelectorAll('[data-q~="' + CSS.escape(anchor) + '"]')) light(finding);
      }
    }
    for (const element of [target, ...lit]) {
      const closed = element.closest("details:not([open])");
      if (closed) closed.open = true;
    }
    if (target.tabIndex < 0) target.focus({ preventScroll: true });
  }

  // The text moves along with the list beside it, unless one of its marks is in view already.
  function inView(marks) {
    if (!marks.length || !matchMedia("(min-width: 64rem)").matches) return;
    const seen = marks.some(function (mark) {
      const box = mark.getBoundingClientRect();
      return box.bottom > 60 && box.top < innerHeight;
    });
    if (!seen) marks[0].scrollIntoView({ block: "center" });
  }

  addEventListener("hashchange", show);
  show();
  addEventListener("beforeprint", function () {
    for (const element of document.querySelectorAll("details")) element.open = true;
  });
})();
