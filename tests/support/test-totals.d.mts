export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: object[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

export function single(code: number): Counts;
export function countVitest(code: number, report: VitestReport | undefined): Counts;
export function countPlaywright(code: number, report: PlaywrightReport | undefined): Counts;
export function addUp(counts: Counts[]): Counts;
export function inWords(counts: Counts): string;
export function exitCode(counts: Counts): 0 | 1;
