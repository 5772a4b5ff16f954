/** Chances that come the same again for the same seed (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** From 0 up to 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  pick<T>(options: readonly T[]): T {
    const picked = options[Math.floor(this.roll() * options.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }

  happens(chance: number): boolean {
    return this.roll() < chance
  }
}
