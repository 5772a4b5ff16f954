import { customRoutes } from './h5-routes'
import { fileOf, type Module } from './section-chunks'
import { source } from './source-root'

/** A module that so many subpackages need is in the main package once; Taro copies the others into each that needs them. */
const MIN_SUBPACKAGES = 5

interface Chunk {
  name?: string
}
interface ChunkGraph {
  getModuleChunksIterable(module: Module): Iterable<Chunk>
}

const isPage = (name: string) => Object.hasOwn(customRoutes, `/${name}`)
/** The folder of a page, which is its package. */
const packageOf = ({ name = '' }: Chunk) => (isPage(name) ? name.slice(0, name.lastIndexOf('/')) : '')

export const splitShared = {
  cacheGroups: {
    shared: {
      name: 'common',
      test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }) =>
        fileOf(module).startsWith(source()) &&
        new Set([...chunkGraph.getModuleChunksIterable(module)].map(packageOf)).size >= MIN_SUBPACKAGES,
      chunks: 'all' as const,
      // above those of Taro's MiniSplitChunksPlugin
      priority: 20_000,
    },
  },
}
