// Letters and spellings: what the suggester and the search share.

export const lower = (text) => text.normalize("NFC").toLowerCase();
export const fold = (text) => lower(text).normalize("NFD").replace(/\p{M}/gu, "").replace(/æ/g, "ae").replace(/ø/g, "o");

// Letters to add, drop, change or swap.
export function edits(a, b) {
  let last;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] !== b[j])));
      if (i && j && a[i] === b[j - 1] && a[i - 1] === b[j]) next[j + 1] = Math.min(next[j + 1], last[j - 1] + 1);
    }
    [last, row] = [row, next];
  }
  return row[b.length];
}
