import type { ServerModule } from '../../server-module'
import { figureHandlers, serveFigureSheets } from './routes'

export const figuresModule = (({ app, deps, limits }) => ({
  handlers: figureHandlers(deps),
  serve: () => serveFigureSheets(app, deps, limits),
})) satisfies ServerModule
