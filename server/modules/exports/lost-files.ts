import { isFile } from '@/domain/look-media'
import { lookPhotos } from '@/domain/look-photos'
import { lookVoices } from '@/domain/look-voices'
import type { BlobStore } from '../../blobs/blob-store'
import type { Exported } from './exported'
import { filesOf } from './file-names'

/** Contents (their hashes) of which a file is not there any more. */
export type Lost = ReadonlySet<string>

/** What of an exported shop's photos, in any size, and voices is not there. */
export async function lostOf(
  exported: Exported,
  isThere: (folder: string, name: string) => boolean | Promise<boolean>,
): Promise<Lost> {
  const lost = new Set<string>()
  for (const { hash, folder, name } of filesOf(exported))
    if (!lost.has(hash) && !(await isThere(folder, name))) lost.add(hash)
  return lost
}

/** The same of a shop that is here. */
export const lostHere = (exported: Exported, blobs: BlobStore): Promise<Lost> =>
  lostOf(exported, async (_, name) => (await blobs.size(name)) !== undefined)

export interface LostPlaces {
  /** The names of products. */
  products: string[]
  look: boolean
}

/** Where a shop shows what is lost. */
export function placesOf({ look, products }: Exported, lost: Lost): LostPlaces {
  return {
    products: products
      .filter(({ photos }) => photos.some(({ hash }) => lost.has(hash)))
      .map(({ name }) => name),
    look: [...lookPhotos(look), ...lookVoices(look)].some(({ hash }) => lost.has(hash)),
  }
}

const isLost = (value: unknown, lost: Lost) =>
  value !== null && typeof value === 'object' && isFile(value) && lost.has(value.hash)

/** In a list it is left out, elsewhere there is none. */
function without(value: unknown, lost: Lost): unknown {
  if (isLost(value, lost)) return null
  if (Array.isArray(value))
    return value.filter((part) => !isLost(part, lost)).map((part) => without(part, lost))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, without(part, lost)]))
}

/** The shop without its lost photos and voices. */
export const withoutLost = (exported: Exported, lost: Lost): Exported =>
  lost.size === 0
    ? exported
    : { ...exported, ...(without({ look: exported.look, products: exported.products }, lost) as Exported) }
