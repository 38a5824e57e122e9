/**
 * The `count` best of `total` places, best first. `before(a, b)` tells whether a comes before b. A heap: most places are
 * turned away by one comparison with the worst that is kept.
 */
export function topPlaces(total: number, count: number, before: (a: number, b: number) => boolean): number[] {
  const heap: number[] = [];
  const sink = (from: number) => {
    let at = from;
    for (;;) {
      let worst = at;
      for (let child = 2 * at + 1; child <= 2 * at + 2 && child < heap.length; child++) {
        if (before(heap[worst] as number, heap[child] as number)) worst = child;
      }
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst] as number, heap[at] as number];
      at = worst;
    }
  };
  const size = Math.min(total, count);
  for (let place = 0; place < size; place++) heap.push(place);
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at);
  for (let place = size; place < total; place++) {
    if (size === 0 || !before(place, heap[0] as number)) continue;
    heap[0] = place;
    sink(0);
  }
  return heap.sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
}
