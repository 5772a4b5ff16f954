import { sql } from 'kysely'
import type { Handlers } from '../../http/call'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'

export const healthHandlers = ({ db, settings: { world, version } }: Parts) =>
  ({
    'GET /api/health': async () => {
      await sql`select 1`.execute(db.query).catch(() => {
        throw new Refused('unavailable')
      })
      return { ok: true, version, world }
    },
  }) satisfies Partial<Handlers>
