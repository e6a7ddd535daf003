// Loads the suggester when a search field is used, not before.

for (const input of document.querySelectorAll("[data-suggester][data-suggest]")) {
  input.addEventListener("focus", () => import(input.dataset.suggester), { once: true });
}
