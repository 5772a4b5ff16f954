import { readdirSync } from 'node:fs'
import path from 'node:path'
import { source } from './sources'

/** What this needs of webpack's modules, whose own types Taro does not hand on. */
export interface Module {
  /** The file of a plain module; a module of styles has `identifier` only. */
  resource?: string
  identifier(): string
}
interface Graph {
  getIncomingConnections(module: Module): Iterable<{ originModule: Module | null }>
}

const FOLDER = source('templates/sections')
const LISTS = /templates[/\\](core|lazy)-sections\.ts$/

const fileOf = (module: Module) =>
  module.resource ?? module.identifier().split('!').at(-1)?.split('|')[0] ?? ''

/** The kind of section that a module is part of. */
export function kindOf(module: Module): string | undefined {
  const file = fileOf(module)
  return file.startsWith(FOLDER + path.sep) ? path.relative(FOLDER, file).split(path.sep)[0] : undefined
}

/** Whether only its own section and the lists of sections ask for a module. */
function isAlone(module: Module, kind: string, graph: Graph): boolean {
  for (const { originModule: asker } of graph.getIncomingConnections(module))
    if (asker && kindOf(asker) !== kind && !LISTS.test(fileOf(asker))) return false
  return true
}

export const partName = (kind: string): string => `section-${kind}`

/** The names of the parts that sections are. */
export const sectionParts: string[] = readdirSync(FOLDER).map(partName)

/** Puts each section into a file of its own, so that an app of one shop can leave out those the shop has not. */
export const splitChunks = {
  cacheGroups: {
    sections: {
      name: (module: Module) => partName(kindOf(module) ?? ''),
      test: (module: Module, { moduleGraph }: { moduleGraph: Graph }) => {
        const kind = kindOf(module)
        return kind !== undefined && isAlone(module, kind, moduleGraph)
      },
      chunks: 'all' as const,
      enforce: true,
      priority: 200,
    },
  },
}
