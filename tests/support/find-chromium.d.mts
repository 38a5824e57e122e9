export interface Machine {
  isRoot: boolean;
  isProgram(file: string): boolean;
  download(): Promise<string>;
  run(command: string, args: string[], env: NodeJS.ProcessEnv): void;
}

export function findChromium(env?: Record<string, string | undefined>, machine?: Machine): Promise<string | undefined>;
export function ensureChromium(env?: Record<string, string | undefined>, machine?: Machine): Promise<string>;
