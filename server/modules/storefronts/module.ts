import type { ServerModule } from '../../server-module'
import { servePhotos } from './serve-photos'

export const storefrontsModule = (({ app, content, deps, limits, readStorefront }) => ({
  handlers: { 'GET /api/storefronts/:slug': ({ params: { slug }, reply }) => readStorefront(slug, reply) },
  serve: () => servePhotos(app, deps, { content, limits }),
})) satisfies ServerModule
