/** A demo world of one account, as the server offers it. */
export interface OfferedWorld {
  /** The ports that serve the seller's phone and the buyer's. */
  ports: { seller: number; buyer: number }
  /** False while the world is prepared or reset. */
  isReady: boolean
  /** The step that is under way, from 1; absent when nothing is prepared. */
  step?: number | undefined
  /** When the world was last made from its seed, in epoch milliseconds. */
  resetAt: number | undefined
  /** A sample shop, and the present key of its owner. */
  shop: { slug: string; key: string } | undefined
}

/**
 * The demo worlds that a server offers beside its own app. Each is an app with a folder, database, photos and secret of its own, and
 * simulators in the place of outside services.
 */
export interface DemoWorlds {
  /** Every port on which worlds are served. */
  ports: readonly number[]
  find(accountId: string): Promise<OfferedWorld | undefined>
  /**
   * Starts an account's world, or finds it. The world is ready some time later.
   * @param origin of this server as the account reaches it; its pages may show the world in frames
   * @throws ApiError `demo-full` while all ports are in use.
   */
  open(accountId: string, origin: string): Promise<OfferedWorld>
  /** Resets an account's world, which is started if need be. The same id again resets nothing. @throws ApiError `demo-full` */
  reset(accountId: string, origin: string, resetId: string): Promise<OfferedWorld>
  /** Stops an account's world and deletes its folder; false when there was none. */
  remove(accountId: string): Promise<boolean>
}
