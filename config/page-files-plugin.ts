import type { PagePath } from '../src/routes'
import { kindOf, type Module } from './section-chunks'

/** The parts of webpack that this plugin uses; Taro does not export webpack's types. */
interface Group {
  getFiles(): readonly string[]
  chunks: readonly { getModules?(): unknown }[]
}
/** A concatenated module has `modules`. */
interface Joined extends Module {
  modules?: Iterable<Module>
}
interface Compilation {
  chunks: Iterable<object>
  chunkGraph: { getChunkModulesIterable(chunk: object): Iterable<Joined> }
  entrypoints: ReadonlyMap<string, Group>
  chunkGroups: readonly (Group & { origins: readonly { request?: string }[] })[]
  emitAsset(name: string, source: unknown): void
  hooks: { processAssets: { tap(options: { name: string; stage: number }, run: () => void): void } }
}
interface Compiler {
  webpack: {
    sources: { RawSource: new (text: string) => unknown }
    Compilation: { PROCESS_ASSETS_STAGE_REPORT: number }
  }
  hooks: { thisCompilation: { tap(name: string, run: (compilation: Compilation) => void): void } }
}

const NAME = 'page-files'

const loaded = (group: Group | undefined) =>
  (group?.getFiles() ?? []).filter((file) => /\.(js|css)$/.test(file))

/**
 * Writes `page-files.json` beside the H5 site: the files that start it (`start`), those of each page by URL path (`pages`),
 * those of lazy sections (`lazySections`) and of the cart (`cartPanels`), and the kinds of sections (`sections`). The server uses it for preloading.
 */
export class PageFilesPlugin {
  constructor(private readonly addresses: Record<`/${PagePath}`, string | string[]>) {}

  apply(compiler: Compiler): void {
    const { sources, Compilation } = compiler.webpack
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }
      compilation.hooks.processAssets.tap(stage, () => {
        compilation.emitAsset(
          `${NAME}.json`,
          new sources.RawSource(JSON.stringify(this.filesOf(compilation))),
        )
      })
    })
  }

  private kindsIn({ chunks, chunkGraph }: Compilation): string[] {
    const modules = [...chunks].flatMap((chunk) =>
      [...chunkGraph.getChunkModulesIterable(chunk)].flatMap((module) => [...(module.modules ?? [module])]),
    )
    // settings defaults of a section may be used elsewhere; only section.tsx counts as the section
    const kinds = modules.flatMap((module) =>
      /[/\\]section\.tsx$/.test(module.resource ?? '') ? (kindOf(module) ?? []) : [],
    )
    return [...new Set(kinds)].sort()
  }

  private filesOf(compilation: Compilation) {
    const { entrypoints, chunkGroups } = compilation
    const pageOf = (path: string) =>
      chunkGroups.find(({ origins }) => origins.some(({ request }) => request?.endsWith(path)))
    const pages = Object.entries(this.addresses).flatMap(([path, addresses]) =>
      [addresses].flat().map((address): [string, string[]] => {
        const group = pageOf(path)
        if (!group) throw new Error(`no chunk holds the page ${path}`)
        return [address, loaded(group)]
      }),
    )
    const lazy = (request: string) =>
      loaded(chunkGroups.find(({ origins }) => origins.some((origin) => origin.request?.endsWith(request))))
    return {
      start: loaded([...entrypoints.values()][0]),
      pages: Object.fromEntries(pages),
      lazySections: lazy('/lazy-sections'),
      cartPanels: lazy('/cart-panels'),
      sections: this.kindsIn(compilation),
    }
  }
}
