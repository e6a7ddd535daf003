// The preview's own script, which `kompass serve` adds to the pages that it answers with and
// `kompass build` does not know. It loads the page again when there is another site, and shows
// why there is none.
//
// A browser keeps six connections to a server. So that many tabs do not use them up, one of
// them listens and tells the others.
{
  const mine = document.currentScript.dataset;
  const channel = new BroadcastChannel('kompass-preview');
  let latest = null; // what the server said last, in the tab that listens

  /**
   * Acts on `news`: which run of the program shows the site with which number, and a notice. A
   * page that searches must not use files of two indexes, which come later than the site.
   */
  const heed = (news) => {
    const hasOtherIndex = news.round > Number(mine.round) && document.querySelector('[data-index]');
    const isOther = String(news.run) !== mine.run || news.number > Number(mine.number);
    if (isOther || hasOtherIndex) location.reload();
    else if (news.number === Number(mine.number) && mine.bare === undefined) showNotice(news.notice);
  };

  const listen = () => {
    const events = new EventSource('/.kompass/events');
    events.onmessage = ({ data }) => {
      latest = JSON.parse(data);
      channel.postMessage(latest);
      heed(latest);
    };
    // Another run of the program may answer next.
    events.onerror = () => { latest = null; };
    return new Promise(() => {}); // as long as there is this page
  };

  channel.onmessage = ({ data }) => {
    if (data !== 'what is shown?') heed(data);
    else if (latest !== null) channel.postMessage(latest);
  };
  channel.postMessage('what is shown?');
  if (navigator.locks) navigator.locks.request('kompass-preview', listen);
  else listen();

  // A page that a browser has kept has heard nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });

  let told = null; // the notice that is shown, as text

  /** Shows `notice` over the page, or takes it away if it is null. Never moves the focus. */
  const showNotice = (notice) => {
    const text = notice && JSON.stringify(notice);
    if (text === told) return;
    told = text;
    const host = document.querySelector('[data-kompass-notice]');
    if (notice === null) host?.remove();
    else fill(host ?? newHost(), notice);
  };

  const newHost = () => {
    const host = make('div', { dataset: { kompassNotice: '' } });
    // The theme's styles end at the shadow, and those of the notice within it.
    const styles = make('link', { rel: 'stylesheet', href: '/.kompass/preview.css' });
    const alert = make('div', { className: 'notice', role: 'alert', hidden: true });
    styles.onload = styles.onerror = () => { alert.hidden = false; };
    host.attachShadow({ mode: 'open' }).append(styles, alert);
    document.body.append(host);
    return host;
  };

  const fill = (host, { language, title, advice, faults }) => {
    const alert = host.shadowRoot.querySelector('[role=alert]');
    const isFolded = alert.querySelector('details')?.open === false;
    const details = make('details', { open: !isFolded, lang: language });
    const summary = make('summary', { textContent: title });
    // Who reads with the keyboard scrolls in what has the focus.
    const list = make('pre', { textContent: faults, tabIndex: 0 });
    details.append(summary, make('p', { textContent: advice }), list);
    alert.replaceChildren(details);
  };

  const make = (name, { dataset = {}, ...properties }) => {
    const element = Object.assign(document.createElement(name), properties);
    Object.assign(element.dataset, dataset);
    return element;
  };
}
