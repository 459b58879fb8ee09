/** The commands that are at work, so that the data is closed only after the last of them. */
export class RunningCommands {
  private count = 0;
  private whenIdle: (() => void) | undefined;

  async track<T>(work: Promise<T>): Promise<T> {
    this.count += 1;
    try {
      return await work;
    } finally {
      this.count -= 1;
      if (this.count === 0) this.whenIdle?.();
    }
  }

  untilIdle(): Promise<void> {
    if (this.count === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.whenIdle = resolve;
    });
  }
}
