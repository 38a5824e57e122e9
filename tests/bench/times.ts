interface Times {
  p50: number;
  p95: number;
  p99: number;
}

const round = (value: number) => Math.round(value * 100) / 100;

export function summarise(times: number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const mean = (values: number[]) =>
  round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
