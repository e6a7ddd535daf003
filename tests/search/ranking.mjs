// How hits are ordered: what is written out before what a compound hides, what
// is in a title before what is in a text, exact letters before å, ä, ö folded.
export const ranking = {
  diacriticSimilarity: 4,
  // Exact letters make a text count 1 + 4 times, plain ones too; a title must
  // keep up with that.
  metaWeights: { title: 25, parts: 0.01 },
};
