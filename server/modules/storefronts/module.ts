import type { ServerModule } from '../../server-module'
import { serveCodes } from './serve-codes'
import { servePhotos } from './serve-photos'

export const storefrontsModule = (({ app, codes, content, deps, limits, readStorefront }) => ({
  handlers: { 'GET /api/storefronts/:slug': ({ params: { slug }, reply }) => readStorefront(slug, reply) },
  serve: () => {
    servePhotos(app, deps, { content, limits })
    serveCodes({ app, codes, deps, limits })
  },
})) satisfies ServerModule
