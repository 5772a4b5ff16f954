/** A seeded random number generator (mulberry32). */
export class SeededRandom {
  constructor(private state: number) {}

  /** Returns a number from 0 to below 1. */
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

  /** Returns a function that is true once in every round of this length, at a random turn. */
  oneIn(round: number): () => boolean {
    let at = 0
    let wrongAt = Math.floor(this.roll() * round)
    return () => {
      const hit = at === wrongAt
      at += 1
      if (at === round) {
        at = 0
        wrongAt = Math.floor(this.roll() * round)
      }
      return hit
    }
  }
}
