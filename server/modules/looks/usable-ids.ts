import type { Named } from '@/domain/look-media'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { Medium } from '../media/medium'
import { type Kept, usable } from '../media/usable'

/** The ids of what a look names, once each; bad input where the shop may not use one, or it is not what the look says. */
export async function usableIds(
  tx: Query,
  medium: Medium,
  shopId: string,
  named: readonly Named<Kept>[],
): Promise<string[]> {
  const ids = [...new Set(named.map(({ id }) => id))]
  if (ids.length === 0) return []
  const known = await usable(tx, medium, shopId, ids)
  const fields = named
    .filter(({ id, hash, ms }) => known.get(id)?.hash !== hash || known.get(id)?.ms !== ms)
    .map(({ path }) => ({ path, message: `is not a ${medium} that was uploaded` }))
  if (fields.length > 0) throw new ApiError('bad-input', { fields })
  return ids
}
