// A table that is wider than its frame is a region that the keyboard can reach and
// scroll; one that fits is none, so that landmarks stay few.

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
