export type Figure = { value: number; unit: string; bar: number; isCeiling?: boolean; detail: string };

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return (
    (percentile(values, 50) +
      percentile(
        [...values].map((value) => -value),
        50,
      ) *
        -1) /
    2
  );
}

/** Figures and their bars, as a table for people and as JSON for programs. */
export class Report {
  private readonly figures = new Map<string, Figure>();

  add(name: string, figure: Figure): void {
    this.figures.set(name, figure);
    console.log(line(name, figure));
  }

  get hasPassed(): boolean {
    return [...this.figures.values()].every(passes);
  }

  toJson(): string {
    const entries = [...this.figures].map(([name, figure]) => {
      const { value, unit, bar } = figure;
      return [name, { value: Number(value.toFixed(3)), unit, bar, pass: passes(figure) }] as const;
    });
    return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  }
}

function passes({ value, bar, isCeiling }: Figure): boolean {
  return isCeiling ? value <= bar : value >= bar;
}

function line(name: string, figure: Figure): string {
  const { value, unit, bar, isCeiling, detail } = figure;
  const mark = passes(figure) ? "✓" : "✗";
  const limit = `${isCeiling ? "at most" : "at least"} ${bar}`;
  return `${mark} ${name.padEnd(22)} ${value.toFixed(2).padStart(7)} ${unit.padEnd(5)}  ${limit.padEnd(13)}  ${detail}`;
}
