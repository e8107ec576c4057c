const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 90;
const TITLE_WIDTH = 50;
const CLEAR_LINE = "\r\x1b[2K";

export type Report = {
  /** Stands beside the title, such as a status. */
  result?: string;
  details?: readonly string[];
};

/** What a step says while it runs; on a terminal it replaces what was said before. */
export type Say = (line: string) => void;

/**
 * Runs one step and prints what became of it, with its duration. On a terminal a line moves meanwhile; elsewhere the
 * start of a step is told when it may take long, and nothing is overwritten.
 */
export async function runStep(
  title: string,
  work: (say: Say) => Promise<Report>,
  { isLong = false }: { isLong?: boolean } = {},
): Promise<void> {
  const startedAt = performance.now();
  const stopMoving = process.stdout.isTTY ? showMoving(title, startedAt) : showStart(title, isLong);
  try {
    const { result = "", details = [] } = await work(stopMoving.say);
    stopMoving();
    console.log(`✔ ${title.padEnd(TITLE_WIDTH)} ${result.padEnd(4)} ${duration(startedAt).padStart(9)}`);
    for (const detail of details) console.log(`    ${detail}`);
  } catch (error) {
    stopMoving();
    console.log(`✘ ${title.padEnd(TITLE_WIDTH)} ${"".padEnd(4)} ${duration(startedAt).padStart(9)}`);
    throw new Error(`“${title}” failed: ${(error as Error).message}`);
  }
}

function showStart(title: string, isLong: boolean) {
  if (isLong) console.log(`… ${title}`);
  return Object.assign(() => {}, { say: () => {} });
}

function showMoving(title: string, startedAt: number) {
  let frame = 0;
  let said = "";
  const timer = setInterval(() => {
    frame = (frame + 1) % FRAMES.length;
    const line = `${FRAMES[frame]} ${title} ${duration(startedAt)} ${said}`;
    process.stdout.write(CLEAR_LINE + line.slice(0, process.stdout.columns - 1));
  }, FRAME_MS);
  const stop = () => {
    clearInterval(timer);
    process.stdout.write(CLEAR_LINE);
  };
  const say: Say = (line) => {
    said = line.trim();
  };
  return Object.assign(stop, { say });
}

function duration(startedAt: number): string {
  const ms = performance.now() - startedAt;
  return ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
