import { dayOf } from '@/domain/day'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { Handlers } from '../../http/call'
import { mustFindShop } from '../shops/store'
import { readReserve } from './reserve'
import { merchantOf, type PayoutRow, payoutsOf } from './store'

const MAX_LISTED = 10

const toPayout = ({ created_at, amount, state, reason }: PayoutRow) => ({
  ...{ day: dayOf(created_at), amount, state },
  ...(reason === null ? {} : { reason }),
})

export const payoutHandlers = ({ db, payments }: AppDependencies) =>
  ({
    'GET /api/shops/:shopId/payouts': async ({ params: { shopId }, request }) => {
      const merchant = merchantOf(await mustFindShop(db.query, shopId))
      if (merchant === undefined || !payments.payouts) return {}
      const { service, isAutomatic } = payments.payouts
      const available = await service.readAvailable(merchant).catch((error: unknown) => {
        if (!(error instanceof GatewayError)) throw error
        request.log.warn({ merchant, code: error.code }, 'the balance of a seller cannot be read')
        return undefined
      })
      return {
        account: {
          ...(available === undefined ? {} : { available }),
          reserve: isAutomatic ? 0 : await readReserve(db.query, [shopId]),
          isAutomatic,
          payouts: (await payoutsOf(db.query, [shopId], MAX_LISTED)).map(toPayout),
        },
      }
    },
  }) satisfies Partial<Handlers>
