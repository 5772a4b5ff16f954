import type { Id } from '@/domain/id'
import { LOOK_FORMAT } from '@/domain/look'
import { storage } from '@/platform/storage/storage'
import { type Design, sameDesign } from '../model/design'
import type { Steps } from '../model/undo-history'
import { type PackedSteps, packSteps, unpackSteps } from './packed-steps'

/** Steps of so many shops are kept, those that were decorated last. */
export const MOST_SHOPS = 5

/** After that a photo that only a step still shows may be gone: the server keeps what nothing uses for a week. */
export const KEPT_FOR = 6 * 86_400_000

const LIST = 'look-steps'
const keyOf = (shopId: Id) => `look-steps-${shopId}`

type Kept = PackedSteps & { format: number }

/** Puts a shop's steps away, so that they outlive the app as the design does. Where there is no room none are kept. */
export function keepSteps(shopId: Id, steps: Steps): void {
  const packed = packSteps(steps)
  const value: Kept | null = packed && { format: LOOK_FORMAT, ...packed }
  const others = (storage.get<Id[]>(LIST) ?? []).filter((other) => other !== shopId)
  for (const other of others.splice(MOST_SHOPS - 1)) storage.remove(keyOf(other))
  // older ones would lead back to where nobody was
  if (!value || !storage.set(keyOf(shopId), value)) storage.remove(keyOf(shopId))
  storage.set(LIST, [shopId, ...others])
}

/** The steps that led to this design; none where it has become another's since, or where they are too old. */
export function keptSteps(shopId: Id, design: Design, now: number): Steps | undefined {
  const found = storage.get<Kept>(keyOf(shopId))
  if (found?.format !== LOOK_FORMAT || now - found.since > KEPT_FOR) return undefined
  const steps = unpackSteps(found)
  return sameDesign(steps.now, design) ? steps : undefined
}
