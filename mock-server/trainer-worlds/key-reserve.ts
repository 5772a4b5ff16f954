import type { ServiceKeys } from '../world/outside-services'

/** A start of the server, or of a world, is over by then, in ms. */
const QUIET_MS = 10_000

/** Has the keys of one world ready, because creating them takes a second of computing. */
export class KeyReserve {
  private next: Promise<ServiceKeys> | undefined

  constructor(private readonly create: () => Promise<ServiceKeys>) {
    this.refill()
  }

  take(): Promise<ServiceKeys> {
    const keys = this.next ?? this.create()
    this.next = undefined
    this.refill()
    return keys
  }

  private refill(): void {
    setTimeout(() => {
      this.next ??= this.create()
      // who takes keys that could not be created gets the error
      this.next.catch(() => undefined)
    }, QUIET_MS).unref()
  }
}
