/** Marks the link of the part that is being read, and keeps it in view. */
export function followContents(contents: HTMLElement): void {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const targets = links.flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? [{ link, target }] : [];
  });
  let marked: HTMLAnchorElement | undefined;

  const mark = () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const atEnd = scrollY + clientHeight >= scrollHeight - 2;
    // What a link leads to comes to lie near the top; the last parts cannot get there, so at the end the last one counts.
    const line = atEnd ? innerHeight : 80;
    const reading = targets.filter(({ target }) => target.getBoundingClientRect().top < line).at(-1)?.link;
    if (reading === marked) return;
    marked?.removeAttribute("aria-current");
    reading?.setAttribute("aria-current", "location");
    marked = reading;
    const scroller = contents.parentElement?.parentElement;
    if (!reading || !scroller || scroller.scrollHeight <= scroller.clientHeight) return;
    scroller.scrollTo({ top: reading.offsetTop - scroller.clientHeight / 2 });
  };

  let waiting = false;
  const onScroll = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", onScroll, { passive: true });
  addEventListener("resize", onScroll, { passive: true });
  mark();
}
