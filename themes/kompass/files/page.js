// What every page does: it prints where people print, and a table that is wider than its
// frame becomes a region that the keyboard can reach and scroll. One that fits is none, so
// that landmarks stay few.

/** Says of a frame whether its table overflows. */
function mark(frame) {
  const overflows = frame.scrollWidth > frame.clientWidth + 1 || frame.scrollHeight > frame.clientHeight + 1;
  if (overflows) {
    const caption = frame.querySelector("caption");
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", caption?.textContent.trim() ?? "");
    frame.tabIndex = 0;
  } else {
    for (const name of ["role", "aria-label", "tabindex"]) frame.removeAttribute(name);
  }
}

const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target.closest(".table-frame"))));

/** Watches the frames in `root`: those that come later are watched by whoever brings them. */
export function watch(root) {
  for (const frame of root.querySelectorAll(".table-frame")) {
    sizes.observe(frame);
    if (frame.firstElementChild) sizes.observe(frame.firstElementChild);
  }
}

watch(document);

// What is folded on a narrow screen is open on a wide one, and says so.
const wide = matchMedia("(width > 60rem)");

function unfold() {
  for (const details of document.querySelectorAll(".unfold")) {
    details.open = wide.matches;
    details.firstElementChild.tabIndex = wide.matches ? -1 : 0;
  }
}

wide.addEventListener("change", unfold);
unfold();

for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
