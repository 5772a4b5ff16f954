import type { PlayerAction, Target } from '@/demo-player/protocol'

/** The phones on the stage. */
export type Phone = 'seller' | 'buyer'

/** Facts that the steps of a story can use while it is played. */
export interface StoryFacts {
  /** The slug of the sample shop. */
  sampleShop: string
  /** The slug of the shop that the story has opened. */
  openedShop: string
}

/** One step: what the trainer says, and what happens meanwhile on one of the phones. */
export interface StoryStep {
  caption: string
  phone: Phone
  actions(facts: StoryFacts): readonly PlayerAction[]
}

/** A step whose actions need no facts. */
export const step =
  (phone: Phone) =>
  (caption: string, ...actions: PlayerAction[]): StoryStep => ({ phone, caption, actions: () => actions })

export const see = (text: string): PlayerAction => ({ do: 'see', text })
export const tap = (name: string, role?: string): PlayerAction => ({
  do: 'tap',
  target: targetOf(name, role),
})
export const type = (field: string, text: string): PlayerAction => ({ do: 'type', field, text })
export const open = (path: string): PlayerAction => ({ do: 'open', path })

export const targetOf = (name: string, role?: string): Target => ({
  name,
  ...(role === undefined ? {} : { role }),
})
