/** Remembers how to undo what is done to plain objects, so that a refused operation leaves nothing and one can be tried. */
export class Journal {
  private steps: (() => void)[] = [];

  put<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
    const before = target[key];
    this.steps.push(() => {
      target[key] = before;
    });
    target[key] = value;
  }

  add<T extends object, K extends { [P in keyof T]: T[P] extends number ? P : never }[keyof T]>(
    target: T,
    key: K,
    more: number,
  ): void {
    // K names the numbers of T only, which the compiler does not conclude.
    this.put(target, key, ((target[key] as number) + more) as T[K]);
  }

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    const had = map.has(key);
    const before = map.get(key)!;
    this.steps.push(() => (had ? map.set(key, before) : map.delete(key)));
    map.set(key, value);
  }

  append<T>(list: T[], item: T): void {
    this.steps.push(() => list.pop());
    list.push(item);
  }

  /** Runs `work` and undoes all of it when it throws. */
  orUndo<T>(work: () => T): T {
    const mark = this.steps.length;
    try {
      return work();
    } catch (error) {
      this.undoTo(mark);
      throw error;
    }
  }

  /** Runs `work` and undoes all of it. */
  rehearse<T>(work: () => T): T {
    const mark = this.steps.length;
    try {
      return work();
    } finally {
      this.undoTo(mark);
    }
  }

  /** From here on nothing before is undone any more. */
  keep(): void {
    this.steps = [];
  }

  private undoTo(mark: number): void {
    while (this.steps.length > mark) this.steps.pop()!();
  }
}
