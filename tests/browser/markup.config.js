// What html-validate checks: its recommended rules, those of accessibility and
// those for whole documents. What is set otherwise says why.

export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  elements: ['html5'],
  rules: {
    // HTML allows both; one style throughout is what counts.
    'doctype-style': ['error', { style: 'lowercase' }],
    // A search among two kinds of passages has two hidden fields of one name.
    'form-dup-name': 'off',
    // Our own files come from the server that the page comes from.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
};
