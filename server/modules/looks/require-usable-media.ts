import type { Referenced } from '@/domain/look/look-references'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { MediaKind } from '../../db/media-kind'
import { findUsableMedia, type MediaRecord } from '../media/find-usable-media'

/**
 * Returns the ids of the media that a look references, without duplicates. Media that the shop may not use, or whose hash or
 * length differs, are `bad-input`.
 */
export async function requireUsableMedia(
  tx: Query,
  kind: MediaKind,
  shopId: string,
  named: readonly Referenced<MediaRecord>[],
): Promise<string[]> {
  const ids = [...new Set(named.map(({ id }) => id))]
  if (ids.length === 0) return []
  const known = await findUsableMedia(tx, kind, shopId, ids)
  const fields = named
    .filter(({ id, hash, ms }) => known.get(id)?.hash !== hash || known.get(id)?.ms !== ms)
    .map(({ path }) => ({ path, message: `is not a ${kind} that was uploaded` }))
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
  return ids
}
