import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { TakenPage } from '../../first-paint/taken-page'
import type { Limits } from '../../http/limits'
import { originOf } from '../../http/origin'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { exportFiles } from './export-files'
import { shownOf } from './exported'
import { lostHere } from './lost-files'
import { readExport } from './read-export'
import { shopOfTicket } from './ticket'
import { zipOf } from './zip'

/** Where a ticket's export is. */
export const exportPath = (ticket: string): string => `/exports/${ticket}.zip`

/** Serves exported shops as zips, to whoever holds a ticket. */
export function serveExports(
  app: FastifyInstance,
  parts: Parts,
  { limits, pageOf }: { limits: Limits; pageOf: TakenPage | undefined },
): void {
  const { db, blobs, clock, settings } = parts
  app.get<{ Params: { file: string } }>('/exports/:file', async (request, reply) => {
    limits.address('POST /api/shops/:shopId/exports', request)
    const { file } = request.params
    const ticket = /^(.+)\.zip$/.exec(file)?.[1]
    const shopId = ticket === undefined ? undefined : await shopOfTicket(parts, ticket, clock())
    const exported = shopId === undefined ? undefined : await readExport(db.query, shopId)
    if (!exported) throw new Refused('not-found')
    const page = await pageOf?.(shownOf(exported), originOf(settings, request))
    const lost = await lostHere(exported, blobs)
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="kaizhang-${exported.shop.slug}.zip"`,
      })
      .type('application/zip')
      .send(Readable.from(zipOf(exportFiles(exported, blobs, { page, lost }))))
  })
}
