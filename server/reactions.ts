/** A point at which modules of upper layers do their part of what a lower one changes, in its transaction and in their order. */
export interface Reactions<Args extends unknown[]> {
  /** Names all that follow; `server/modules/reactions.ts` does so once. */
  follow(followers: readonly ((...args: Args) => Promise<unknown>)[]): void
  run(...args: Args): Promise<void>
}

/** @param name names the change in the error that is thrown when nobody was named to follow it */
export function createReactions<Args extends unknown[]>(name: string): Reactions<Args> {
  let named: readonly ((...args: Args) => Promise<unknown>)[] | undefined
  return {
    follow(followers) {
      named = followers
    },
    async run(...args) {
      if (!named) throw new Error(`import server/modules/reactions.ts: nobody follows ${name}`)
      for (const follow of named) await follow(...args)
    },
  }
}
