import { answered } from '../api-client'
import { CHOSEN, makeTestCard, recordTestConsent, sampleDraft } from '../stories/helped-shop'
import { newId } from '../test-environment'
import { productDraft } from '../test-shop'
import { byDeletedAccount, byOpener, byRemovedOwner, byRemovedStaff, type CaseRow } from './forfeiting-case'

/** Requests about a shop. */
export const ownerCases: readonly CaseRow[] = [
  byRemovedOwner('DELETE /api/shops/:shopId/other-owners', ({ path }) => [`DELETE ${path}/other-owners`]),
  byRemovedOwner(
    'DELETE /api/shops/:shopId/owners/me',
    ({ path }) => [`DELETE ${path}/owners/me`],
    ({ owner, shopId }) => makeTestCard(owner, shopId),
  ),
  byRemovedOwner('POST /api/shops/:shopId/key', ({ path }) => [`POST ${path}/key`, { id: newId() }]),
  byRemovedOwner('PUT /api/shops/:shopId/paper-cards/:cardId', ({ path }) => [
    `PUT ${path}/paper-cards/${newId()}`,
    { pictures: CHOSEN },
  ]),
  byOpener('PUT /api/shops/:shopId/paper-cards/:cardId', (shopId) => [
    `PUT /api/shops/${shopId}/paper-cards/${newId()}`,
    { pictures: CHOSEN },
  ]),
  byRemovedOwner(
    'DELETE /api/shops/:shopId/paper-card',
    ({ path }) => [`DELETE ${path}/paper-card`],
    ({ owner, shopId }) => makeTestCard(owner, shopId),
  ),
  byRemovedOwner('PUT /api/shops/:shopId/help-offers/:handoverId', ({ path }) => [
    `PUT ${path}/help-offers/${newId()}`,
    { parts: ['products'] },
  ]),
  byRemovedOwner('DELETE /api/shops/:shopId/helps/:helpId', ({ path }) => [
    `DELETE ${path}/helps/${newId()}`,
  ]),
  byRemovedOwner(
    'POST /api/shops/:shopId/practice/end',
    ({ path }) => [`POST ${path}/practice/end`],
    undefined,
    { request: { practice: true } },
  ),
  byRemovedOwner('PUT /api/shops/:shopId/closing', ({ path }) => [
    `PUT ${path}/closing`,
    { name: '核桃小店' },
  ]),
  byRemovedOwner(
    'DELETE /api/shops/:shopId/closing',
    ({ path }) => [`DELETE ${path}/closing`],
    ({ owner, path }) => answered(owner.call(`PUT ${path}/closing`, { name: '核桃小店' })),
  ),
  byOpener('PUT /api/shops/:shopId/handovers/:handoverId', (shopId) => [
    `PUT /api/shops/${shopId}/handovers/${newId()}`,
  ]),
  byRemovedStaff('PUT /api/shops/:shopId/draft-handovers/:handoverId', 'trainer', async (_, removed) => {
    const { shopId } = await recordTestConsent(removed)
    const route = `PUT /api/shops/${shopId}/draft-handovers/${newId()}`
    return [route, { draft: sampleDraft(shopId) }, 'not-found', 2]
  }),
  byRemovedStaff('PUT /api/shops/:shopId', 'trainer', async (_, removed) => {
    const { shopId, helpId } = await recordTestConsent(removed)
    const products = [{ id: newId(), ...productDraft() }]
    return [`PUT /api/shops/${shopId}`, { trade: 'nuts', products, help: helpId }, 'help-over']
  }),
  byDeletedAccount('PUT /api/shops/:shopId', async () => [
    `PUT /api/shops/${newId()}`,
    { trade: 'nuts', products: [{ id: newId(), ...productDraft() }] },
  ]),
]
