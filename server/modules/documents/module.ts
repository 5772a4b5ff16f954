import type { ServerModule } from '../../server-module'
import { readDocument, readDocuments, storeConsent } from './documents'

export const documentsModule = (({ deps: { db, clock, settings } }) => ({
  handlers: {
    'GET /api/documents': async () => ({ items: await readDocuments(db.query) }),
    'GET /api/documents/:kind/versions/:version': ({ params: { kind, version } }) =>
      readDocument(db.query, { kind, version: Number(version) }, settings.operator),
    'PUT /api/me/consents': async ({ auth, body }) => {
      await auth.withRight((tx) => storeConsent(tx, clock(), auth.accountId, body))
      return { agreed: true }
    },
  },
})) satisfies ServerModule
