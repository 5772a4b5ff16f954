import { CHOSEN, makeTestCard, recordTestConsent, sampleDraft } from '../stories/helped-shop'
import { newId } from '../test-environment'
import { productDraft } from '../test-shop'
import {
  ACCOUNT_GOES,
  byDeletedAccount,
  byOpener,
  byRemovedOwner,
  byRemovedStaff,
  type CaseRow,
  OWNER_GOES,
  ok,
  STAFF_GOES,
  TAKEN_OVER,
} from './forfeiting-case'

/** Requests about a shop. */
export const ownerCases: readonly CaseRow[] = [
  [
    'DELETE /api/shops/:shopId/other-owners',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`DELETE ${path}/other-owners`]),
  ],
  [
    'DELETE /api/shops/:shopId/owners/me',
    OWNER_GOES,
    byRemovedOwner(
      ({ path }) => [`DELETE ${path}/owners/me`],
      ({ owner, shopId }) => makeTestCard(owner, shopId),
    ),
  ],
  [
    'POST /api/shops/:shopId/key',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`POST ${path}/key`, { id: newId() }]),
  ],
  [
    'PUT /api/shops/:shopId/paper-cards/:cardId',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`PUT ${path}/paper-cards/${newId()}`, { pictures: CHOSEN }]),
  ],
  [
    'PUT /api/shops/:shopId/paper-cards/:cardId',
    TAKEN_OVER,
    byOpener((shopId) => [`PUT /api/shops/${shopId}/paper-cards/${newId()}`, { pictures: CHOSEN }]),
  ],
  [
    'DELETE /api/shops/:shopId/paper-card',
    OWNER_GOES,
    byRemovedOwner(
      ({ path }) => [`DELETE ${path}/paper-card`],
      ({ owner, shopId }) => makeTestCard(owner, shopId),
    ),
  ],
  [
    'PUT /api/shops/:shopId/help-offers/:handoverId',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`PUT ${path}/help-offers/${newId()}`, { parts: ['products'] }]),
  ],
  [
    'DELETE /api/shops/:shopId/helps/:helpId',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`DELETE ${path}/helps/${newId()}`]),
  ],
  [
    'POST /api/shops/:shopId/practice/end',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`POST ${path}/practice/end`], undefined, { request: { practice: true } }),
  ],
  [
    'PUT /api/shops/:shopId/closing',
    OWNER_GOES,
    byRemovedOwner(({ path }) => [`PUT ${path}/closing`, { name: '核桃小店' }]),
  ],
  [
    'DELETE /api/shops/:shopId/closing',
    OWNER_GOES,
    byRemovedOwner(
      ({ path }) => [`DELETE ${path}/closing`],
      ({ owner, path }) => ok(owner.call(`PUT ${path}/closing`, { name: '核桃小店' })),
    ),
  ],
  [
    'PUT /api/shops/:shopId/handovers/:handoverId',
    TAKEN_OVER,
    byOpener((shopId) => [`PUT /api/shops/${shopId}/handovers/${newId()}`]),
  ],
  [
    'PUT /api/shops/:shopId/draft-handovers/:handoverId',
    STAFF_GOES,
    byRemovedStaff('trainer', async (_, removed) => {
      const { shopId } = await recordTestConsent(removed)
      const route = `PUT /api/shops/${shopId}/draft-handovers/${newId()}`
      return [route, { draft: sampleDraft(shopId) }, 'not-found', 2]
    }),
  ],
  [
    'PUT /api/shops/:shopId',
    STAFF_GOES,
    byRemovedStaff('trainer', async (_, removed) => {
      const { shopId, helpId } = await recordTestConsent(removed)
      const products = [{ id: newId(), ...productDraft() }]
      return [`PUT /api/shops/${shopId}`, { trade: 'nuts', products, help: helpId }, 'help-over']
    }),
  ],
  [
    'PUT /api/shops/:shopId',
    ACCOUNT_GOES,
    byDeletedAccount(async () => [
      `PUT /api/shops/${newId()}`,
      { trade: 'nuts', products: [{ id: newId(), ...productDraft() }] },
    ]),
  ],
]
