import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { OfflineExportPage } from '../../first-paint/offline-export-page'
import type { Limits } from '../../http/limits'
import { originOf } from '../../http/origin'
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
  deps: AppDependencies,
  { limits, pageOf }: { limits: Limits; pageOf: OfflineExportPage | undefined },
): void {
  const { db, blobs, clock, settings } = deps
  app.get<{ Params: { file: string } }>('/exports/:file', async (request, reply) => {
    limits.address('POST /api/shops/:shopId/exports', request)
    const { file } = request.params
    const ticket = /^(.+)\.zip$/.exec(file)?.[1]
    const shopId = ticket === undefined ? undefined : await shopOfTicket(deps, ticket, clock())
    const exported = shopId === undefined ? undefined : await readExport(db.query, shopId)
    if (!exported) throw new ApiError('not-found')
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
