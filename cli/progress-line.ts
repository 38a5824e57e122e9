const barWidth = 24;
const lineEveryMs = 2000;
const barEveryMs = 100;

/** How far a long task has come, on stderr: a bar that grows on a terminal, now and then a plain line elsewhere. */
export class ProgressLine {
  private readonly begun = performance.now();
  private shownAt = this.begun;

  constructor(
    private readonly task: string,
    private readonly out: { isTTY?: boolean; write(text: string): unknown } = process.stderr,
  ) {}

  show(done: number, total: number): void {
    const now = performance.now();
    if (now - this.shownAt < (this.out.isTTY ? barEveryMs : lineEveryMs)) return;
    this.shownAt = now;
    const line = describeProgress(done, total, now - this.begun);
    if (!this.out.isTTY) this.out.write(`${this.task}: ${line}\n`);
    else this.out.write(`\r\u001b[K${this.task} ${bar(done, total)} ${line}`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write("\r\u001b[K");
  }
}

/** `1,200 of 4,000 entries, 600 a second, 5 s left` */
export function describeProgress(done: number, total: number, elapsedMs: number): string {
  const number = new Intl.NumberFormat("en");
  const perSecond = elapsedMs > 0 ? (done * 1000) / elapsedMs : 0;
  const rate = `${number.format(Math.round(perSecond))} a second`;
  const left = perSecond > 0 ? `, ${number.format(Math.ceil(Math.max(0, total - done) / perSecond))} s left` : "";
  return `${number.format(done)} of ${number.format(total)} entries, ${rate}${left}`;
}

function bar(done: number, total: number): string {
  const full = total > 0 ? Math.min(barWidth, Math.round((barWidth * done) / total)) : barWidth;
  return `[${"█".repeat(full)}${" ".repeat(barWidth - full)}]`;
}
