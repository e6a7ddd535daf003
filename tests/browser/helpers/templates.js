// One row per template: which addresses it has, and which pages of the
// repository's own portal show what it can do. A page that fits no row fails a
// check, so that a new template is looked at as closely as the others.

/**
 * `samples` are addresses in the repository's portal, each chosen for what
 * the comment beside it says. In other portals the first page is the sample.
 */
export const templates = [
  { name: 'home', pattern: /^$/, samples: [''] },
  { name: 'municipalities', pattern: /^kommuner\/$/, samples: ['kommuner/'] },
  {
    name: 'municipality',
    pattern: /^kommuner\/[a-z0-9-]+\/$/,
    samples: [
      'kommuner/lund/', // everything there is; a computed total, a known evaluation without a result
      'kommuner/hoganas/', // headline and details from different years
      'kommuner/lindesberg/', // values that are printed twice
      'kommuner/nacka/', // only a total
      'kommuner/uddevalla/', // no evaluation, only referred to
    ],
  },
  {
    name: 'evaluation',
    pattern: /^kommuner\/[a-z0-9-]+\/\d{4}\/$/,
    samples: [
      'kommuner/lund/2011/', // narratives, lists, own examples, referrals
      'kommuner/hoganas/2023/', // only a total
    ],
  },
  { name: 'areas', pattern: /^omraden\/$/, samples: ['omraden/'] },
  { name: 'area', pattern: /^omraden\/[a-z0-9-]+\/$/, samples: ['omraden/samspel-med-medborgare/'] },
  { name: 'comparison', pattern: /^jamfor\/$/, samples: ['jamfor/'] },
  {
    name: 'table of an edition',
    pattern: /^jamfor\/\d{4}\/((lan|grupp|storlek)\/[a-z0-9-]+\/)?$/,
    samples: ['jamfor/2020/', 'jamfor/2020/lan/skane-lan/'],
  },
  { name: 'examples', pattern: /^goda-exempel\/$/, samples: ['goda-exempel/'] },
  { name: 'network', pattern: /^goda-exempel\/natverk\/$/, samples: ['goda-exempel/natverk/'] },
  {
    name: 'narrowed examples',
    pattern: /^goda-exempel\/(typ|omrade|kommun|lan|ar)\/[a-z0-9-]+\/$/,
    samples: ['goda-exempel/lan/skane-lan/'],
  },
  { name: 'search', pattern: /^sok\/$/, samples: ['sok/'] },
  { name: 'changes', pattern: /^om\/andringar\/$/, samples: ['om/andringar/'] },
  { name: 'differences', pattern: /^metod\/avvikelser\/$/, samples: ['metod/avvikelser/'] },
  { name: 'method', pattern: /^metod\/$/, samples: ['metod/'] },
  {
    name: 'text',
    pattern: /^(data|ordlista)\/$/,
    samples: [
      'data/', // tables and code
      'ordlista/',
    ],
  },
  { name: 'introduction', pattern: /^en\/$/, samples: ['en/'] },
  // In no sitemap.
  { name: 'design', pattern: /^om\/design\/$/, samples: ['om/design/'] },
  { name: 'about', pattern: /^om\/$/, samples: ['om/'] },
  { name: 'accessibility', pattern: /^tillganglighet\/$/, samples: ['tillganglighet/'] },
  { name: 'not found', pattern: /^404\.html$/, samples: ['404.html'] },
];

/** What scripts show on the pages that search and compare, which counts as pages of their own. */
const shown = [
  'sok/?q=dialog&typ=exempel&typ=hanvisning', // hits, and filters that are on
  'sok/?q=korruption&typ=exempel&lan=kronobergs-lan', // no hit because of filters
  'sok/?q=Lindsberg', // a name that is near
  'sok/?q=klagomol', // another word instead
  'sok/?q=goda+exempel+dialog', // words that say a kind
  'jamfor/?kommun=1231,0115,1284', // blocks, absent values
  'jamfor/?kommun=1231,1281', // nothing shared
];

/** The pages of `site` to look at closely, with what scripts make of them. */
export function views(site) {
  return site.content === 'repository' ? [...samples(site), ...shown] : samples(site);
}

/** The pages of `site` to look at closely. */
export function samples(site) {
  if (site.content === 'repository') return templates.flatMap((template) => template.samples);
  return templates.flatMap(({ pattern }) => site.pages.find((page) => pattern.test(page)) ?? []);
}
