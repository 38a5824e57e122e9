import { describe, expect, test } from "vitest";
import { ensureChromium, findChromium, type Machine } from "../../support/find-chromium.mjs";

const download = "/home/reader/.cache/ms-playwright/chromium/chrome";
const env = { PATH: "/usr/local/bin:/usr/bin" };

interface Given {
  programs: string[];
  isRoot?: boolean;
  /** What a command brings, by its last word. */
  brings?: Record<string, string>;
}

/** A machine with these programs; it notes the commands that are run on it. */
function machineWith({ programs, isRoot = false, brings = {} }: Given) {
  const present = new Set(programs);
  const commands: string[] = [];
  const machine: Machine = {
    isRoot,
    isProgram: (file) => present.has(file),
    download: async () => download,
    run(command, args) {
      commands.push([command, ...args].join(" ").replace(/^.*cli\.js/, "playwright"));
      const brought = brings[commands.at(-1) ?? ""];
      if (brought) present.add(brought);
    },
  };
  return { machine, commands };
}

describe("a Chromium that is there is taken without running anything", () => {
  const cases: [what: string, env: Record<string, string>, programs: string[], found: string][] = [
    [
      "the one in CHROMIUM_PATH, before all others",
      { ...env, CHROMIUM_PATH: "/opt/own" },
      ["/opt/own", "/usr/bin/chromium", download],
      "/opt/own",
    ],
    [
      "one on the machine, before Playwright's download",
      env,
      ["/usr/bin/google-chrome", download],
      "/usr/bin/google-chrome",
    ],
    [
      "the first folder of PATH that has one",
      env,
      ["/usr/bin/chromium", "/usr/local/bin/chromium-browser"],
      "/usr/local/bin/chromium-browser",
    ],
    ["Playwright's own download", env, [download], download],
    ["Playwright's own download, without a PATH", {}, [download], download],
  ];
  test.each(cases)("%s", async (_what, given, programs, found) => {
    const { machine, commands } = machineWith({ programs });
    expect(await findChromium(given, machine)).toBe(found);
    expect(await ensureChromium(given, machine)).toBe(found);
    expect(commands).toEqual([]);
  });
});

describe("where there is none, one is fetched", () => {
  const install = "playwright install chromium";
  const apt = ["apt-get update", "apt-get install --yes chromium"];

  test("by Playwright first", async () => {
    const { machine, commands } = machineWith({
      programs: ["/usr/bin/apt-get"],
      isRoot: true,
      brings: { [install]: download },
    });
    expect(await ensureChromium(env, machine)).toBe(download);
    expect(commands).toEqual([install]);
  });

  test("else as Debian's package", async () => {
    const { machine, commands } = machineWith({
      programs: ["/usr/bin/apt-get"],
      isRoot: true,
      brings: { "apt-get install --yes chromium": "/usr/bin/chromium" },
    });
    expect(await ensureChromium(env, machine)).toBe("/usr/bin/chromium");
    expect(commands).toEqual([install, ...apt]);
  });

  const none =
    "No Chromium was found for the browser tests. Install Chromium or Chrome, or set CHROMIUM_PATH to its program file.";
  test.each([
    ["an account that may not install packages", { programs: ["/usr/bin/apt-get"] }, [install]],
    ["a machine without apt", { programs: [], isRoot: true }, [install]],
    ["a machine without a network", { programs: ["/usr/bin/apt-get"], isRoot: true }, [install, ...apt]],
  ])("else one clear line: %s", async (_what, given: Given, tried) => {
    const { machine, commands } = machineWith(given);
    await expect(ensureChromium(env, machine)).rejects.toThrow(new Error(none));
    expect(commands).toEqual(tried);
  });

  test("but not in the place of one that was asked for: a wrong CHROMIUM_PATH is said", async () => {
    const { machine, commands } = machineWith({ programs: ["/usr/bin/chromium", download] });
    const given = { ...env, CHROMIUM_PATH: "/opt/gone" };
    expect(await findChromium(given, machine)).toBeUndefined();
    await expect(ensureChromium(given, machine)).rejects.toThrow(
      new Error("CHROMIUM_PATH leads to no program file: /opt/gone"),
    );
    expect(commands).toEqual([]);
  });
});
