import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { HealthMonitor } from '../../health-monitor'
import type { Handlers } from '../../http/call'
import { probeDatabase } from '../../probe-database'

export const healthHandlers = (
  { db, storage, settings: { world, version, exampleShop, operator } }: AppDependencies,
  healthMonitor: HealthMonitor,
) =>
  ({
    'GET /api/health': async () => {
      if (healthMonitor.current) throw new ApiError(healthMonitor.current)
      await probeDatabase(db).catch((error: unknown) => {
        healthMonitor.report(error)
        throw new ApiError(healthMonitor.current ?? 'unavailable')
      })
      return {
        ok: true,
        version,
        world,
        ...((await storage.isLow()) ? { storage: 'low' as const } : {}),
        ...(exampleShop ? { exampleShop } : {}),
        ...(operator ? { operator } : {}),
      }
    },
  }) satisfies Partial<Handlers>
