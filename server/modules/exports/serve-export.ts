import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { OfflineExportPage } from '../../first-paint/offline-export-page'
import type { Limits } from '../../http/limits'
import { resolveOrigin } from '../../http/origin'
import { exportFiles } from './export-files'
import { toPublicShop } from './exported-shop'
import { findMissingBlobs } from './missing-files'
import { readExport } from './read-export'
import { verifyShopTicket } from './ticket'
import { createZip } from './zip'

/** The kind of the tickets that open exports. */
export const EXPORT_FILE = 'export'

/** URL path of an export. */
export const exportPath = (ticket: string): string => `/exports/${ticket}.zip`

/** Serves shop exports as zips. A valid ticket is the only authorization. */
export function serveExports(
  app: FastifyInstance,
  deps: AppDependencies,
  { limits, renderOfflinePage }: { limits: Limits; renderOfflinePage: OfflineExportPage | undefined },
): void {
  const { db, blobs, settings } = deps
  app.get<{ Params: { file: string } }>('/exports/:file', async (request, reply) => {
    await limits.visit('POST /api/shops/:shopId/exports', request)
    const { file } = request.params
    const ticket = /^(.+)\.zip$/.exec(file)?.[1]
    const shopId = ticket === undefined ? undefined : await verifyShopTicket(deps, EXPORT_FILE, ticket)
    const exported = shopId === undefined ? undefined : await readExport(db.query, shopId)
    if (!exported) throw new ApiError('not-found')
    const page = await renderOfflinePage?.(toPublicShop(exported), resolveOrigin(settings, request))
    const missing = await findMissingBlobs(exported, blobs)
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="kaizhang-${exported.shop.slug}.zip"`,
      })
      .type('application/zip')
      .send(Readable.from(createZip(exportFiles(exported, blobs, { page, missing }))))
  })
}
