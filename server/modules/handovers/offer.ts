import type { RouteReply } from '@/contract/routes'
import type { HandoverDraft } from '@/contract/shop/handovers'
import { HANDOVER_MS, type HandoverKind } from '@/domain/shop/handover'
import type { SharedPart } from '@/domain/shop/help'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import { findPhoto } from '../photos/store'
import { findShop } from '../shops/store'
import { handoverCode, hashOfHandoverCode } from './code'
import { addHandover, endHandovers, findHandover, findHandoverByHash, type HandoverRow } from './store'

type Outside = Pick<AppDependencies, 'secret' | 'clock'>
type Offered = RouteReply<'PUT /api/shops/:shopId/handovers/:handoverId'>

export interface NewHandover {
  kind: HandoverKind
  shopId: string
  handoverId: string
  giver: string
  parts?: SharedPart[]
  draft?: HandoverDraft
  photoId?: string | undefined
}

/** Free digits are found within a few draws as long as most are free. */
const MAX_DRAWS = 40

const toOffered = ({ secret, clock }: Outside, row: HandoverRow): Offered => ({
  ...handoverCode(secret, row),
  ...{ expiresAt: row.expires_at, now: clock() },
})

/** The first draw whose digits no other hand-over has. */
async function drawCode({ secret }: Outside, tx: Query, giver: string, id: string) {
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const code = handoverCode(secret, { giver, id, draw })
    const digits_hash = hashOfHandoverCode(secret, code.digits)
    if (await findHandoverByHash(tx, digits_hash)) continue
    return { draw, digits_hash, letters_hash: hashOfHandoverCode(secret, code.letters) }
  }
  throw new ApiError('unavailable')
}

/** @throws ApiError `bad-input` for a draft of another shop, or a photo that the giver has not uploaded. */
async function checkDraft(tx: Query, { draft, photoId, shopId, giver }: NewHandover): Promise<void> {
  if (draft && draft.shopId !== shopId) throw badInput('/draft/shopId', 'is not the shop of the address')
  if (photoId === undefined) return
  const photo = await findPhoto(tx, photoId)
  if (photo?.account_id !== giver) throw badInput('/photoId', 'is not a photo that was uploaded')
}

/**
 * Makes a code. Call it while the right of the giver is locked. Repeating the request answers the same code; an earlier one of the shop ends.
 * @throws ApiError `idempotency-conflict` for the id of another hand-over, `not-found` for a shop that does not exist.
 */
export async function offerHandover(deps: Outside, tx: Query, handover: NewHandover): Promise<Offered> {
  const { kind, shopId, handoverId: id, giver, parts, draft, photoId } = handover
  const now = deps.clock()
  const request_hash = fingerprint({ kind, shopId, parts, draft, photoId })
  const known = await findHandover(tx, id)
  if (known) {
    if (known.giver === giver && known.request_hash === request_hash) return toOffered(deps, known)
    throw new ApiError('idempotency-conflict')
  }
  if ((await findShop(tx, shopId)) === undefined ? kind !== 'draft' : kind === 'draft')
    throw new ApiError('not-found')
  await checkDraft(tx, handover)
  await endHandovers(tx, shopId, now)
  const row: HandoverRow = {
    ...{ id, kind, giver, shop_id: shopId, ...(await drawCode(deps, tx, giver, id)) },
    ...{ parts: parts ? JSON.stringify(parts) : null, expires_at: now + HANDOVER_MS, request_hash },
    ...{ ended_at: null, taken_by: null, taken_at: null, received_at: null },
    ...{ draft: draft ? JSON.stringify(draft) : null, photo_id: photoId ?? null },
  }
  await addHandover(tx, row)
  return toOffered(deps, row)
}
