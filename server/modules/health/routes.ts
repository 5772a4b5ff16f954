import { sql } from 'kysely'
import type { Handlers } from '../../http/call'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import type { Troubles } from '../../troubles'

export const healthHandlers = (
  { db, storage, settings: { world, version, exampleShop } }: Parts,
  troubles: Troubles,
) =>
  ({
    'GET /api/health': async () => {
      if (troubles.now) throw new Refused(troubles.now)
      await sql`select 1`.execute(db.query).catch((error: unknown) => {
        troubles.note(error)
        throw new Refused(troubles.now ?? 'unavailable')
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
