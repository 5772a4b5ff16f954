import type { ServerModule } from '../../server-module'
import { ExportStore } from './export-store'
import { exportHandlers } from './routes'
import { serveExports } from './serve-export'

export const exportsModule = (({ app, deps, limits, site }) => {
  const exports = new ExportStore({ ...deps, limits, site })
  app.addHook('onClose', async () => exports.close())
  return {
    handlers: exportHandlers(deps, exports),
    serve: () => serveExports(app, deps, { limits, exports }),
  }
}) satisfies ServerModule
