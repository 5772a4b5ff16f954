import { sql } from 'kysely'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { HealthMonitor } from '../../health-monitor'
import type { Handlers } from '../../http/call'

export const healthHandlers = (
  { db, storage, settings: { world, version, exampleShop } }: AppDependencies,
  healthMonitor: HealthMonitor,
) =>
  ({
    'GET /api/health': async () => {
      if (healthMonitor.current) throw new ApiError(healthMonitor.current)
      await sql`select 1`.execute(db.query).catch((error: unknown) => {
        healthMonitor.report(error)
        throw new ApiError(healthMonitor.current ?? 'unavailable')
      })
      return {
        ok: true,
        version,
        world,
        ...((await storage.isLow()) ? { storage: 'low' as const } : {}),
        ...(exampleShop ? { exampleShop } : {}),
      }
    },
  }) satisfies Partial<Handlers>
