/** An event of a lower module that modules of upper layers react to, in its transaction and one after the other. */
export interface Reactions<Args extends unknown[]> {
  /** Sets all reactions; `server/modules/reactions.ts` calls it once. */
  follow(followers: readonly ((...args: Args) => Promise<unknown>)[]): void
  run(...args: Args): Promise<void>
}

/** @param name appears in the error of `run` when no reactions were set */
export function createReactions<Args extends unknown[]>(name: string): Reactions<Args> {
  let reactions: readonly ((...args: Args) => Promise<unknown>)[] | undefined
  return {
    follow(followers) {
      reactions = followers
    },
    async run(...args) {
      if (!reactions) throw new Error(`no reactions to ${name} are set: import server/modules/reactions.ts`)
      for (const react of reactions) await react(...args)
    },
  }
}
