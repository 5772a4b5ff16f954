import { type CompileOptions, readArguments, USAGE } from './arguments'
import { type CompiledApp, compile } from './compile'
import { CompileError, type CompileErrorCode, toCompileError } from './compile-error'
import { type EngineBuilder, EngineCache } from './engine-cache'
import { formatSizeTable } from './sizes'

const line = (stream: NodeJS.WriteStream, words: string) => stream.write(`${words}\n`)

interface CompileFailure {
  shop?: string
  code: CompileErrorCode
  message: string
}

/** Describes an error for the output. For an unexpected error the stack is also printed. */
function toFailure(error: unknown, shop?: string): CompileFailure {
  const { code, message } = toCompileError(error) ?? toUnexpectedError(error, shop)
  return { ...(shop === undefined ? {} : { shop }), code, message }
}

function toUnexpectedError(error: unknown, shop = 'This'): CompileError {
  if (error instanceof Error && error.stack) line(process.stderr, error.stack)
  return new CompileError(
    'failed',
    `${shop} was not compiled: ${error instanceof Error ? error.message : error}`,
  )
}

function printResult(
  { json }: Pick<CompileOptions, 'json'>,
  compiled: readonly CompiledApp[],
  refused: readonly CompileFailure[],
): void {
  const [first] = refused
  if (json) {
    const error = first ? { code: first.code, message: first.message, refused } : {}
    line(process.stdout, JSON.stringify({ ok: !first, compiled, ...error }))
    return
  }
  for (const { slug, target, sizes } of compiled)
    line(process.stdout, `${slug} ${target}\n${formatSizeTable(sizes)}`)
  for (const { message } of refused) line(process.stderr, message)
}

/**
 * Compiles the shops that the arguments name; returns the exit code. A failed shop does not stop the others. With `--json`
 * the output is one line of JSON. `hasCustomSource`: this compiler includes the shop's custom source.
 */
export async function main(args: string[], engines: EngineBuilder, hasCustomSource = false): Promise<number> {
  const outputOptions = { json: args.includes('--json') }
  const compiled: CompiledApp[] = []
  const refused: CompileFailure[] = []
  try {
    const options = readArguments(args)
    if (!options) {
      line(process.stdout, USAGE)
      return 0
    }
    // the first screen has to be rendered by the custom source
    if (options.customSource !== undefined && !hasCustomSource) {
      const customMain = await engines.loadCustomCompiler(options.customSource)
      return await customMain(args, engines, true)
    }
    const engineCache = new EngineCache(engines)
    const listener = {
      notify: (words: string) => void line(process.stderr, words),
      onCompiled: (app: CompiledApp) => void compiled.push(app),
    }
    for (const shop of options.shops)
      try {
        await compile(shop, options, engineCache, listener)
      } catch (error) {
        refused.push(toFailure(error, shop))
      }
  } catch (error) {
    refused.push(toFailure(error))
  }
  printResult(outputOptions, compiled, refused)
  if (refused.length === 0) return 0
  return refused[0]?.code === 'usage' ? 2 : 1
}
