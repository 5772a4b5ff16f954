import type { ServerModule } from '../../server-module'
import { servePhotos } from './serve-photos'

export const storefrontsModule = (({ app, deps, limits, readStorefront }) => ({
  handlers: { 'GET /api/storefronts/:slug': ({ params: { slug }, reply }) => readStorefront(slug, reply) },
  serve: () => servePhotos(app, deps, limits),
})) satisfies ServerModule
