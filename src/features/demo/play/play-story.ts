import type { FramePlayer } from '@/platform/frames/frame-player'
import type { Phone, StoryFacts, StoryStep } from './story'

/** The paces of a story: the factor of the player's durations, and the time to read one character, in ms. */
export const paces = {
  slow: { factor: 1.8, characterMs: 190 },
  normal: { factor: 1, characterMs: 120 },
  fast: { factor: 0.45, characterMs: 45 },
} as const

export type Pace = keyof typeof paces

/** The shortest time that a caption is shown before something happens, in ms. */
const MIN_CAPTION_MS = 900

/** The environment in which a story is played. Its values, such as the pace, may change while the story is played. */
export interface Stage {
  player(phone: Phone): FramePlayer
  pace(): Pace
  /** Resolves at once, or when the trainer goes on. Rejects when the story is left. */
  waitWhilePaused(): Promise<void>
  /** Shows a step, and speaks its caption if that is on; resolves when it was spoken. */
  narrate(index: number, caption: string): Promise<void>
  sleep(ms: number): Promise<void>
}

/**
 * Plays a story from its beginning. Each caption is shown and spoken first; then its actions happen one by one.
 * @throws Error when a phone cannot perform an action, or when the story is left
 */
export async function playStory(
  story: readonly StoryStep[],
  sampleShop: string,
  stage: Stage,
): Promise<void> {
  const facts: StoryFacts = { sampleShop, openedShop: '' }
  for (const [index, { caption, phone, actions }] of story.entries()) {
    await stage.waitWhilePaused()
    const reading = Math.max(MIN_CAPTION_MS, caption.length * paces[stage.pace()].characterMs)
    await Promise.all([stage.narrate(index, caption), stage.sleep(reading)])
    for (const action of actions(facts)) {
      await stage.waitWhilePaused()
      const result = await stage.player(phone).run(action, paces[stage.pace()].factor)
      if (action.do === 'read-shop') facts.openedShop = result ?? ''
    }
  }
}
