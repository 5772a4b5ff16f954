import type { AppDependencies } from '../../dependencies'
import type { Handlers } from '../../http/call'
import { readFigures } from './read-figures'

export const figureHandlers = (deps: AppDependencies) =>
  ({
    'GET /api/centres/:centre/figures': ({ params: { centre } }) => readFigures(deps, centre),
  }) satisfies Partial<Handlers>
