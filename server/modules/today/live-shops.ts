import type { FastifyBaseLogger } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { Poller } from '../../jobs/poller'
import { readOwners } from '../shops/owners'
import { readWaiting } from './waiting-orders'

/** The open connection of a page that shows a shop's orders. */
export interface ShopFollower {
  accountId: string
  send(text: string): void
  end(): void
}

interface Following extends ShopFollower {
  shopId: string
  /** The text that was sent last. */
  sent: string
}

/** New orders are seen after this time at the latest, in ms. */
const LOOK_EVERY_MS = 500

/** Connections of one account; a further one ends the oldest. */
export const MAX_CONNECTIONS = 12

/**
 * Sends the number of waiting orders to the open pages of owners when it changes, and ends the pages of those who are no owners any more.
 * Both are read from the database, because another server may have changed it.
 */
export class LiveShops {
  private readonly followers = new Set<Following>()
  private readonly poller: Poller

  constructor(
    private readonly deps: Pick<AppDependencies, 'db'>,
    log: Pick<FastifyBaseLogger, 'warn'>,
  ) {
    this.poller = new Poller(
      () => this.sendChanges(),
      LOOK_EVERY_MS,
      (error) => log.warn({ err: error }, 'waiting orders could not be read for open pages'),
    )
  }

  /** Follows a shop until the returned function is called. */
  follow(shopId: string, follower: ShopFollower): () => void {
    const mine = [...this.followers].filter(({ accountId }) => accountId === follower.accountId)
    for (const oldest of mine.slice(0, Math.max(0, mine.length - MAX_CONNECTIONS + 1))) this.remove(oldest)
    const following = { ...follower, shopId, sent: '' }
    this.followers.add(following)
    this.poller.start()
    this.poller.poll()
    return () => this.remove(following)
  }

  async close(): Promise<void> {
    for (const one of [...this.followers]) this.remove(one)
    await this.poller.stop()
  }

  private remove(following: Following): void {
    if (!this.followers.delete(following)) return
    following.end()
    if (this.followers.size === 0) void this.poller.stop()
  }

  private async sendChanges(): Promise<void> {
    const shopIds = [...new Set([...this.followers].map(({ shopId }) => shopId))]
    if (shopIds.length === 0) return
    const waiting = await readWaiting(this.deps.db.query, shopIds)
    // after the orders: who was removed before they were read gets none
    const owners = await readOwners(this.deps.db.query, shopIds)
    for (const one of [...this.followers]) {
      // not read yet for a shop that is followed since
      if (owners.get(one.shopId)?.has(one.accountId) === false) this.remove(one)
      if (!this.followers.has(one)) continue
      const text = JSON.stringify(waiting.get(one.shopId))
      if (!waiting.has(one.shopId) || text === one.sent) continue
      one.sent = text
      one.send(text)
    }
  }
}
