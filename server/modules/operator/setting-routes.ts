import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { endBlockAppeals } from '../appeals/block-appeals'
import { announceDocument, withdrawDocument } from '../documents/documents'
import { findOwnApp, saveOwnApp } from '../own-apps/own-apps'
import { type LiveQuotas, setQuota } from '../quotas/live-quotas'
import { endBlockMessages, sendShopMessage } from '../shop-messages/shop-messages'
import { lockShop } from '../shops/shop-lock'
import { mustFindShop } from '../shops/store'
import { addAuditEntry } from './audit-trail'
import { requireOperator } from './operators'

export function settingHandlers(deps: AppDependencies, quotas: LiveQuotas) {
  const { db, clock } = deps

  return {
    'PUT /api/operator/documents/:kind/announced': ({ auth, params: { kind }, body }) =>
      auth.withRight(async (tx) => {
        const now = clock()
        const { id: operatorId } = await requireOperator(tx, auth.accountId, now)
        const { isImportant, effectiveAt } = body
        const { version, isNew } = await announceDocument(tx, now, { kind, ...body })
        if (isNew)
          await addAuditEntry(deps, tx, {
            ...{ operatorId, action: 'announce-document', subject: `${kind} ${version}` },
            details: { isImportant, effectiveAt },
          })
        return { version, effectiveAt }
      }),
    'DELETE /api/operator/documents/:kind/announced': ({ auth, params: { kind } }) =>
      auth.withRight(async (tx) => {
        const now = clock()
        const { id: operatorId } = await requireOperator(tx, auth.accountId, now)
        const subject = `${kind} ${await withdrawDocument(tx, now, kind)}`
        await addAuditEntry(deps, tx, { operatorId, action: 'withdraw-document', subject })
        return { withdrawn: true }
      }),
    'GET /api/operator/quotas': async () => {
      await quotas.refresh(db.query)
      return { items: quotas.list() }
    },
    'PUT /api/operator/quotas/:quota': async ({ auth, params: { quota }, body: { value } }) => {
      await auth.withRight(async (tx) => {
        const { id: operatorId } = await requireOperator(tx, auth.accountId, clock())
        await setQuota(tx, quota, value, clock())
        const details = { value: value ?? null }
        await addAuditEntry(deps, tx, { operatorId, action: 'set-quota', subject: quota, details })
      })
      await quotas.refresh(db.query)
      const changed = quotas.list().find(({ name }) => name === quota)
      if (!changed) throw new ApiError('not-found')
      return { value: changed.value }
    },
    'PUT /api/operator/shops/:shopId/messages/:messageId': ({ auth, params, body }) =>
      auth.withRight(async (tx) => {
        const sentAt = clock()
        const { id: operatorId } = await requireOperator(tx, auth.accountId, sentAt)
        await lockShop(tx, params.shopId)
        const { shopId, messageId: id } = params
        const { slug: subject, blocked_at: blockedAt } = await mustFindShop(tx, shopId)
        const { text, answersAppeal = false } = body
        if (!(await sendShopMessage(tx, { shopId, id, text, sentAt }))) return { sentAt }
        if (answersAppeal) {
          await endBlockAppeals(tx, [shopId])
          if (blockedAt !== null) await endBlockMessages(tx, { shopId, blockedAt, now: sentAt, but: id })
        }
        const action = answersAppeal ? 'keep-block' : 'message-shop'
        await addAuditEntry(deps, tx, { operatorId, action, subject, details: { text } })
        return { sentAt }
      }),
    'PUT /api/operator/shops/:shopId/own-app': ({ auth, params: { shopId }, body }) =>
      auth.withRight(async (tx) => {
        const { id: operatorId } = await requireOperator(tx, auth.accountId, clock())
        await lockShop(tx, shopId)
        const { slug: subject } = await mustFindShop(tx, shopId)
        await saveOwnApp(tx, shopId, body, clock())
        const { appid, note = null } = body
        const details = { appid, ...body.states, note }
        await addAuditEntry(deps, tx, { operatorId, action: 'note-own-app', subject, details })
        const saved = await findOwnApp(tx, shopId)
        if (!saved) throw new ApiError('not-found')
        return saved
      }),
  } satisfies Partial<Handlers>
}
