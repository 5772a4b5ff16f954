import { Refused } from '../../refused'

/** So many photos are in hand at most, from their first byte until they are kept: each may hold 8 MB of memory. */
const IN_HAND = 40
/** So many of one account's: a phone sends a product's photos together. */
const OF_ONE = 10

/** Bounds the photos that are being taken in. One too many is `unavailable`, of the same account `too-many`: try again shortly. */
export class Uploads {
  private readonly byAccount = new Map<string, number>()
  private all = 0

  async take<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const mine = this.byAccount.get(accountId) ?? 0
    if (mine >= OF_ONE) throw new Refused('too-many', { retryAfter: 3 })
    if (this.all >= IN_HAND) throw new Refused('unavailable', { retryAfter: 3 })
    this.count(accountId, 1)
    return work().finally(() => this.count(accountId, -1))
  }

  private count(accountId: string, by: number) {
    this.all += by
    const mine = (this.byAccount.get(accountId) ?? 0) + by
    if (mine > 0) this.byAccount.set(accountId, mine)
    else this.byAccount.delete(accountId)
  }
}
