import type { FastifyInstance, FastifyRequest } from 'fastify'
import { describeLinkFailure } from '@/locales/shop/export-link'
import { ApiError } from '../../api-error'
import type { AppDependencies } from '../../dependencies'
import type { Limits } from '../../http/limits/limits'
import { resolveOrigin } from '../../http/origin'
import { isReadByPerson, sendMessagePage } from '../../http/pages/message-page'
import { verifyShopTicket } from '../tickets/ticket'
import type { ExportStore } from './export-store'

/** The kind of the tickets that open exports. */
export const EXPORT_FILE = 'export'

export const exportPath = (ticket: string): string => `/exports/${ticket}.zip`

/** A download waits this long for a file that is being made, in ms. */
const WAIT_MS = 25_000

/** Serves shop exports as zips. A valid ticket is the only authorization. */
export function serveExports(
  app: FastifyInstance,
  deps: AppDependencies,
  { limits, exports }: { limits: Limits; exports: ExportStore },
): void {
  async function openFile(file: string, request: FastifyRequest) {
    await limits.visit('POST /api/shops/:shopId/exports', request)
    const ticket = /^(.+)\.zip$/.exec(file)?.[1]
    const shopId = ticket === undefined ? undefined : await verifyShopTicket(deps, EXPORT_FILE, ticket)
    if (shopId === undefined) throw new ApiError('not-found')
    limits.export(shopId)
    return exports.open({ shopId, origin: resolveOrigin(deps.settings, request) }, WAIT_MS)
  }

  app.get<{ Params: { file: string } }>('/exports/:file', async (request, reply) => {
    try {
      const { slug, bytes, stream } = await openFile(request.params.file, request)
      return reply
        .headers({
          'cache-control': 'private, no-store',
          'content-disposition': `attachment; filename="kaizhang-${slug}.zip"`,
          'content-length': bytes,
        })
        .type('application/zip')
        .send(stream)
    } catch (error) {
      if (!(error instanceof ApiError && isReadByPerson(request))) throw error
      return sendMessagePage(reply, error, describeLinkFailure(error.code))
    }
  })
}
