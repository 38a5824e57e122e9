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

const bins = 2048;

/**
 * The slots with the `count` highest scores, best first; `before` decides between equal ones. Most are turned away by a look at how
 * many have a score of about which size.
 */
export function topByScore(
  slots: Uint32Array,
  scores: Float32Array,
  count: number,
  before: (a: number, b: number) => boolean,
): number[] {
  const better = (a: number, b: number) => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference === 0 ? before(a, b) : difference > 0;
  };
  let highest = 0;
  for (let i = 0; i < slots.length; i++) {
    const score = scores[slots[i] as number] as number;
    if (score > highest) highest = score;
  }
  const scale = highest > 0 ? (bins - 1) / highest : 0;
  const filled = new Uint32Array(bins);
  for (let i = 0; i < slots.length; i++) (filled[((scores[slots[i] as number] as number) * scale) | 0] as number)++;
  let lowest = bins - 1;
  let above = 0;
  while (lowest > 0 && above + (filled[lowest] as number) < count) above += filled[lowest--] as number;
  const best: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < slots.length; i++) {
    const slot = slots[i] as number;
    const bin = ((scores[slot] as number) * scale) | 0;
    if (bin > lowest) best.push(slot);
    else if (bin === lowest) last.push(slot);
  }
  const places = topPlaces(last.length, count - above, (a, b) => better(last[a] as number, last[b] as number));
  best.sort((a, b) => (scores[b] as number) - (scores[a] as number) || (before(a, b) ? -1 : 1));
  return [...best, ...places.map((place) => last[place] as number)];
}
