import type { ServerModule } from '../../server-module'
import { storefrontHandlers } from './routes'
import { servePhotos } from './serve-photos'

export const storefrontsModule = (({ app, deps, limits, readStorefront }) => ({
  handlers: storefrontHandlers(readStorefront),
  serve: () => servePhotos(app, deps, limits),
})) satisfies ServerModule
