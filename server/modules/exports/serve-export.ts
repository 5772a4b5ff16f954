import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { exportFiles } from './export-files'
import { readExport } from './read-export'
import { shopOfTicket } from './ticket'
import { zipOf } from './zip'

/** Where a ticket's export is. */
export const exportPath = (ticket: string): string => `/exports/${ticket}.zip`

/** Serves exported shops as zips, to whoever holds a ticket. */
export function serveExports(app: FastifyInstance, { db, blobs, secret, clock }: Parts): void {
  app.get<{ Params: { file: string } }>('/exports/:file', async ({ params: { file } }, reply) => {
    const ticket = /^(.+)\.zip$/.exec(file)?.[1]
    const shopId = ticket === undefined ? undefined : shopOfTicket(secret, ticket, clock())
    const exported = shopId === undefined ? undefined : await readExport(db.query, shopId)
    if (!exported) throw new Refused('not-found')
    return reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="kaizhang-${exported.shop.slug}.zip"`,
      })
      .type('application/zip')
      .send(Readable.from(zipOf(exportFiles(exported, blobs))))
  })
}
