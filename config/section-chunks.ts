import { readdirSync } from 'node:fs'
import path from 'node:path'
import { source } from './source-root'

/** The parts of webpack's modules that are used; Taro does not export webpack's types. */
export interface Module {
  /** File of a plain module; a style module has only `identifier`. */
  resource?: string
  identifier(): string
}
interface Graph {
  getIncomingConnections(module: Module): Iterable<{ originModule: Module | null }>
}

const FOLDER = source('templates/sections')
const LISTS = /templates[/\\]generated[/\\](core|lazy)-sections\.ts$/

export const fileOf = (module: Module) =>
  module.resource ?? module.identifier().split('!').at(-1)?.split('|')[0] ?? ''

export function kindOf(module: Module): string | undefined {
  const file = fileOf(module)
  return file.startsWith(FOLDER + path.sep) ? path.relative(FOLDER, file).split(path.sep)[0] : undefined
}

/** True when only its own section and the section lists import a module. */
function isUsedOnlyBySection(module: Module, kind: string, graph: Graph): boolean {
  for (const { originModule: asker } of graph.getIncomingConnections(module))
    if (asker && kindOf(asker) !== kind && !LISTS.test(fileOf(asker))) return false
  return true
}

export const chunkName = (kind: string): string => `section-${kind}`

export const sectionChunks: string[] = readdirSync(FOLDER).map(chunkName)

/** Puts each section into its own chunk, so that a compiled app can leave out unused ones. */
export const splitChunks = {
  cacheGroups: {
    sections: {
      name: (module: Module) => chunkName(kindOf(module) ?? ''),
      test: (module: Module, { moduleGraph }: { moduleGraph: Graph }) => {
        const kind = kindOf(module)
        return kind !== undefined && isUsedOnlyBySection(module, kind, moduleGraph)
      },
      chunks: 'all' as const,
      enforce: true,
      priority: 200,
    },
  },
}
