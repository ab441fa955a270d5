// @ts-check
// Runs before the first paint, so that a chosen theme or language does not flash.
(() => {
  const theme = localStorage.getItem("workspace.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  const language = localStorage.getItem("workspace.language");
  if (language === "en") document.documentElement.lang = "en";
})();
