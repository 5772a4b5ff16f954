import { DAY_MS } from '../../jobs/intervals'
import { Poller } from '../../jobs/poller'
import type { ServerModule } from '../../server-module'
import { LiveQuotas } from '../quotas/live-quotas'
import { CALL_EVERY_MS, callOperators } from './call-operators'
import { operatorJobs } from './operator-jobs'
import { sweepOperators } from './operators'
import { passkeyHandlers } from './passkey-routes'
import { operatorHandlers } from './routes'
import { settingHandlers } from './setting-routes'
import { forgetNetworks } from './waves'

/** The quotas are read again this often, in ms, because an operator may have changed them on another server. */
const QUOTAS_EVERY_MS = 10_000

export const operatorModule = (({ app, content, deps, healthMonitor, storefronts }) => {
  const quotas = new LiveQuotas(deps.settings.quotas)
  return {
    handlers: {
      ...operatorHandlers(deps, content, storefronts),
      ...passkeyHandlers(deps),
      ...settingHandlers(deps, quotas),
    },
    serve: () => {
      const poller = new Poller(
        () => quotas.refresh(deps.db.query),
        QUOTAS_EVERY_MS,
        (error) => healthMonitor.report(error) || app.log.warn({ err: error }, 'quotas could not be read'),
      )
      app.addHook('onReady', async () => {
        await quotas.refresh(deps.db.query)
        if (deps.jobIntervalMs > 0) poller.start()
      })
      app.addHook('onClose', () => poller.stop())
    },
    jobs: {
      ...operatorJobs(storefronts, app.log),
      'call-operators': {
        isRecurring: true,
        maxDelay: CALL_EVERY_MS,
        run: async (job) => {
          await callOperators(deps, job, app.log)
          return deps.clock() + CALL_EVERY_MS
        },
      },
      'sweep-operators': {
        isRecurring: true,
        maxDelay: DAY_MS,
        whenLate: { after: DAY_MS, delay: DAY_MS },
        run: async () => {
          await deps.db.withTx((tx) => sweepOperators(tx, deps.clock()))
          await forgetNetworks(deps.db.query, deps.clock())
          return deps.clock() + DAY_MS
        },
      },
    },
  }
}) satisfies ServerModule
