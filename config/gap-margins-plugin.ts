import { type ChildSelectors, WEAPP_CHILD, withGapMargins } from './gap-margins'

/** What this needs of webpack, whose own types Taro does not hand on. */
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
/** How Taro's templates give an element its classes. */
const CLASSES = 'class="{{i.cl}}"'

/**
 * Adds to every style sheet the margins that stand in for flex `gap`, and to every element of the mini-program's templates
 * the class by which they find it.
 */
export class GapMarginsPlugin {
  constructor(private readonly children: ChildSelectors) {}

  apply(compiler: Compiler): void {
    const { sources, Compilation } = compiler.webpack
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // once styles are as short as they get, and before names with a hash of them are made
      const stage = { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1 }
      compilation.hooks.processAssets.tap(stage, () => {
        for (const { name, source } of compilation.getAssets()) {
          try {
            const changed = this.change(name, () => source.source().toString())
            if (changed !== undefined) compilation.updateAsset(name, new sources.RawSource(changed))
          } catch (error) {
            compilation.errors.push(new Error(`${name}: ${error instanceof Error ? error.message : error}`))
          }
        }
      })
    })
  }

  private change(name: string, text: () => string): string | undefined {
    if (/\.(css|wxss)$/.test(name)) return withGapMargins(text(), this.children)
    if (/\.wxml$/.test(name)) return text().replaceAll(CLASSES, `class="${WEAPP_CHILD} {{i.cl}}"`)
    return undefined
  }
}
