/** `closed`: the engine is asked. `open`: it is left alone. `half-open`: it is being tried. */
export type BreakerState = "closed" | "open" | "half-open";

interface BreakerOptions {
  /** So many failures in a row open it. */
  mostFailures: number;
  /** How long it stays open before the first try; twice as long after each that fails. */
  pauseMs: number;
  longestPauseMs: number;
  now: () => number;
}

/** Decides when an engine that fails is left alone, and when it is tried again. */
export class CircuitBreaker {
  private current: BreakerState = "closed";
  private failures = 0;
  private pauseMs: number;
  private openUntil = 0;

  constructor(private readonly options: BreakerOptions) {
    this.pauseMs = options.pauseMs;
  }

  get state(): BreakerState {
    return this.current;
  }

  succeeded(): void {
    // A question that was asked before it opened says nothing of now.
    if (this.current === "open") return;
    this.current = "closed";
    this.failures = 0;
    this.pauseMs = this.options.pauseMs;
  }

  failed(): void {
    if (this.current === "open") return;
    this.failures += 1;
    if (this.current === "half-open") {
      this.pauseMs = Math.min(this.options.longestPauseMs, this.pauseMs * 2);
      this.open();
    } else if (this.failures >= this.options.mostFailures) this.open();
  }

  /** Opens it whatever was counted: the engine answers, but must not be believed. */
  open(): void {
    this.current = "open";
    this.openUntil = this.options.now() + this.pauseMs;
  }

  /** Whether it has been left alone for long enough. */
  get mayTry(): boolean {
    return this.current === "open" && this.options.now() >= this.openUntil;
  }

  /** Begins a try; `succeeded` or `failed` ends it. */
  beginTry(): void {
    this.current = "half-open";
  }
}
