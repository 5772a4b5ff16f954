import type { FastifyBaseLogger } from 'fastify'
import { readJson } from '../../db/json'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import type { JobKind } from '../../jobs/worker'
import { OPERATOR_ACTION } from './operator-log'

/** The job that an operator's action adds, so that the running server drops its cached replies of the changed shop. */
export const operatorJobs = (
  storefronts: StorefrontCache,
  log: Pick<FastifyBaseLogger, 'warn'>,
): Record<string, JobKind> => ({
  [OPERATOR_ACTION]: {
    maxDelay: 0,
    run: async ({ payload }) => {
      const action = readJson<{ shopId: string }>(payload)
      storefronts.invalidateShop(action.shopId)
      log.warn(action, 'an operator changed a shop')
      return undefined
    },
  },
})
