interface Watched {
  /** Bytes that may still be written. */
  freeBytes(): Promise<number>
  /** Bytes that uploads and new shops leave free. */
  reserve: number
  /** Milliseconds of a monotonic clock. */
  elapsed(): number
}

/** One answer of the file system is used for so long, in ms. */
const CACHE_MS = 3000

/** Tells whether the data disk has less free space than the reserve: then only orders and small changes are written. */
export class StorageReserve {
  /** Called when the disk falls below the reserve, and when it is above it again. */
  onChange: (low: boolean, freeBytes: number) => void = () => undefined
  private low = false
  private checkedAt = Number.NEGATIVE_INFINITY
  private checking: Promise<boolean> | undefined

  constructor(private readonly watched: Watched) {}

  async isLow(): Promise<boolean> {
    if (this.watched.reserve === 0) return false
    if (this.watched.elapsed() - this.checkedAt < CACHE_MS) return this.low
    this.checking ??= this.check().finally(() => {
      this.checking = undefined
    })
    return this.checking
  }

  private async check(): Promise<boolean> {
    const free = await this.watched.freeBytes()
    this.checkedAt = this.watched.elapsed()
    const low = free < this.watched.reserve
    if (low !== this.low) this.onChange(low, free)
    this.low = low
    return low
  }
}
