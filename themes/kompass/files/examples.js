// Narrows the list of good examples at once. Without this script the same links
// lead to pages that hold the narrowed list. The choice lives in the address, so
// it can be shared and Back works: one value per facet, all of them must fit.

const root = document.querySelector("[data-filtered]");
const links = [...root.querySelectorAll("a[data-facet]")];
const lessons = [...root.querySelectorAll("[data-lesson]")];
const groups = [...root.querySelectorAll("[data-group]")];
const status = root.querySelector("[data-status]");
const whole = status.textContent;

const chosen = () => new URLSearchParams(location.search);
const fits = (lesson, choice, but) =>
  [...choice].every(([facet, value]) => facet === but || lesson.getAttribute(`data-${facet}`) === value);

function show() {
  const choice = chosen();
  let count = 0;
  for (const lesson of lessons) {
    lesson.hidden = !fits(lesson, choice);
    count += lesson.hidden ? 0 : 1;
  }
  for (const group of groups) {
    group.hidden = !group.querySelector("[data-lesson]:not([hidden])");
    for (const topic of group.querySelectorAll("dt")) topic.hidden = !hasLesson(topic);
  }
  for (const link of links) mark(link, choice);
  status.textContent = choice.size ? status.dataset.text.replace("#", count) : whole;
}

function hasLesson(topic) {
  for (let next = topic.nextElementSibling; next && next.tagName === "DD"; next = next.nextElementSibling) {
    if (!next.hidden) return true;
  }
  return false;
}

// A link tells how many examples remain if it is chosen.
function mark(link, choice) {
  const { facet, value } = link.dataset;
  const isChosen = choice.get(facet) === value;
  if (isChosen) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
  const possible = lessons.filter((it) => it.getAttribute(`data-${facet}`) === value && fits(it, choice, facet));
  link.lastElementChild.textContent = possible.length;
}

root.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-facet]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const choice = chosen();
  const { facet, value } = link.dataset;
  if (choice.get(facet) === value) choice.delete(facet);
  else choice.set(facet, value);
  const query = choice.toString();
  history.pushState(null, "", query ? `?${query}` : location.pathname);
  show();
});
addEventListener("popstate", show);
show();
