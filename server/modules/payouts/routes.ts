import { dayOf } from '@/domain/day'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { Handlers } from '../../http/call'
import { mustFindShop } from '../shops/store'
import { readReserve } from './reserve'
import { findSeller, merchantOf, type PayoutRow, payoutsOf } from './store'

const MAX_LISTED = 10

const toPayout = ({ created_at, amount, state, reason }: PayoutRow) => ({
  ...{ day: dayOf(created_at), amount, state },
  ...(reason === null ? {} : { reason }),
})

export const payoutHandlers = ({ db, payments }: AppDependencies) =>
  ({
    'GET /api/shops/:shopId/payouts': async ({ params: { shopId }, request }) => {
      const merchant = merchantOf(await mustFindShop(db.query, shopId))
      const seller = merchant === undefined ? undefined : await findSeller(db.query, merchant)
      if (!seller || !payments.payouts) return {}
      const { service, isAutomatic } = payments.payouts
      const available = await service.readAvailable(seller.merchant).catch((error: unknown) => {
        if (!(error instanceof GatewayError)) throw error
        request.log.warn({ merchant, code: error.code }, 'the balance of a seller cannot be read')
        return undefined
      })
      const reserve = isAutomatic ? 0 : await readReserve(db.query, seller.shopIds)
      return {
        account: {
          ...(available === undefined ? {} : { available }),
          ...{ reserve: Math.max(0, Math.min(reserve, available ?? reserve)), isAutomatic },
          ...(seller.isBlocked && !isAutomatic ? { isPaused: true } : {}),
          payouts: (await payoutsOf(db.query, seller.shopIds, MAX_LISTED)).map(toPayout),
        },
      }
    },
  }) satisfies Partial<Handlers>
