import type { CardCanvas, Drawable } from '@/platform/media/media-types'

/** A picture that takes longer is given up, so that a card is drawn in any network; in ms. */
const LOAD_MS = 2000

/** The result of some work; `null` if it fails or takes longer than `ms`. */
export const inTime = <T>(work: Promise<T>, ms: number): Promise<T | null> =>
  Promise.race([work.catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))])

/** Loads the first picture that can be loaded in time; `null` if none can. */
export async function loadFirst(
  { load }: Pick<CardCanvas, 'load'>,
  sources: readonly (string | undefined)[],
): Promise<Drawable | null> {
  for (const source of sources) {
    const picture = source === undefined ? null : await inTime(load(source), LOAD_MS)
    if (picture) return picture
  }
  return null
}
