import { type ChildSelectors, WEAPP_CHILD, withGapMargins } from './gap-margins'

/** The parts of webpack that this plugin uses; Taro does not export webpack's types. */
interface Source {
  source(): string | Buffer
}
interface Compilation {
  getAssets(): Iterable<{ name: string; source: Source }>
  updateAsset(name: string, source: unknown): void
  errors: Error[]
  hooks: { processAssets: { tap(options: { name: string; stage: number }, run: () => void): void } }
}
interface Compiler {
  webpack: {
    sources: { RawSource: new (text: string) => unknown }
    Compilation: { PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE: number }
  }
  hooks: { thisCompilation: { tap(name: string, run: (compilation: Compilation) => void): void } }
}

const NAME = 'gap-margins'
/** The class attribute in Taro's templates. */
const CLASSES = 'class="{{i.cl}}"'

/** Adds margins in place of flex `gap` to every style sheet, and to every template element the class that selects it. */
export class GapMarginsPlugin {
  constructor(private readonly children: ChildSelectors) {}

  apply(compiler: Compiler): void {
    const { sources, Compilation } = compiler.webpack
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // after minification and before content hashes
      const stage = { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1 }
      compilation.hooks.processAssets.tap(stage, () => {
        for (const { name, source } of compilation.getAssets()) {
          try {
            const changed = this.transform(name, () => source.source().toString())
            if (changed !== undefined) compilation.updateAsset(name, new sources.RawSource(changed))
          } catch (error) {
            compilation.errors.push(new Error(`${name}: ${error instanceof Error ? error.message : error}`))
          }
        }
      })
    })
  }

  private transform(name: string, text: () => string): string | undefined {
    if (/\.(css|wxss)$/.test(name)) return withGapMargins(text(), this.children)
    if (/\.wxml$/.test(name)) return text().replaceAll(CLASSES, `class="${WEAPP_CHILD} {{i.cl}}"`)
    return undefined
  }
}
