/** Brings the place where the reader is into view, in a line that scrolls sideways on a phone. */
export function showCurrentPlace(places: HTMLElement): void {
  const current = places.querySelector<HTMLElement>("[aria-current]");
  if (!current) return;
  const { left, width } = current.getBoundingClientRect();
  places.scrollLeft += left - places.getBoundingClientRect().left - (places.clientWidth - width) / 2;
}
