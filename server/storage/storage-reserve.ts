interface StorageReserveOptions {
  /** Reads the free bytes on the data disk. */
  freeBytes(): Promise<number>
  /** Bytes that uploads and new shops must leave free; 0 turns the check off. */
  reserve: number
  /** Milliseconds of a monotonic clock. */
  elapsed(): number
}

/** Lifetime of a cached measurement, in ms. */
const CACHE_MS = 3000

/** Checks whether the data disk has less free space than the reserve. Then only orders and small changes are written. */
export class StorageReserve {
  /** Called when the disk falls below the reserve and when it is above the reserve again. */
  onChange: (low: boolean, freeBytes: number) => void = () => undefined
  private low = false
  private checkedAt = Number.NEGATIVE_INFINITY
  private checking: Promise<boolean> | undefined

  constructor(private readonly options: StorageReserveOptions) {}

  async isLow(): Promise<boolean> {
    if (this.options.reserve === 0) return false
    if (this.options.elapsed() - this.checkedAt < CACHE_MS) return this.low
    this.checking ??= this.check().finally(() => {
      this.checking = undefined
    })
    return this.checking
  }

  /** True when so many bytes more leave the reserve alone. The free space is measured anew. */
  async hasRoomFor(bytes: number): Promise<boolean> {
    const { reserve, freeBytes } = this.options
    return reserve === 0 || (await freeBytes()) - bytes >= reserve
  }

  private async check(): Promise<boolean> {
    const free = await this.options.freeBytes()
    this.checkedAt = this.options.elapsed()
    const low = free < this.options.reserve
    if (low !== this.low) this.onChange(low, free)
    this.low = low
    return low
  }
}
