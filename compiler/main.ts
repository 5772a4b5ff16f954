import { readArguments, USAGE, type Wish } from './arguments'
import { type Compiled, compile } from './compile'
import { asFault, CompileFault, type FaultCode } from './compile-error'
import { EngineShelf, type Engines } from './engine-shelf'
import { sizeTable } from './sizes'

const line = (stream: NodeJS.WriteStream, words: string) => stream.write(`${words}\n`)

interface Refused {
  shop?: string
  code: FaultCode
  message: string
}

/** What nobody foresaw is told as well, and where it happened besides, for whoever mends it. */
function refusedBy(error: unknown, shop?: string): Refused {
  const { code, message } = asFault(error) ?? unforeseen(error, shop)
  return { ...(shop === undefined ? {} : { shop }), code, message }
}

function unforeseen(error: unknown, shop = 'This'): CompileFault {
  if (error instanceof Error && error.stack) line(process.stderr, error.stack)
  return new CompileFault(
    'failed',
    `${shop} was not compiled: ${error instanceof Error ? error.message : error}`,
  )
}

function tell(
  { json }: Pick<Wish, 'json'>,
  compiled: readonly Compiled[],
  refused: readonly Refused[],
): void {
  const [first] = refused
  if (json) {
    const faults = first ? { code: first.code, message: first.message, refused } : {}
    line(process.stdout, JSON.stringify({ ok: !first, compiled, ...faults }))
    return
  }
  for (const { slug, target, sizes } of compiled)
    line(process.stdout, `${slug} ${target}\n${sizeTable(sizes)}`)
  for (const { message } of refused) line(process.stderr, message)
}

/**
 * Compiles what the arguments ask for; answers the exit code. Of several shops, one that is refused does not hold up the
 * others. Machines read one line of JSON from the output. `withOwn`: this is the compiler with the shop's own source in it.
 */
export async function main(args: string[], engines: Engines, withOwn = false): Promise<number> {
  const how = { json: args.includes('--json') }
  const compiled: Compiled[] = []
  const refused: Refused[] = []
  try {
    const wish = readArguments(args)
    if (!wish) {
      line(process.stdout, USAGE)
      return 0
    }
    // a shop's own source paints its first screen, too
    if (wish.own !== undefined && !withOwn) {
      const ownMain = await engines.own(wish.own)
      return await ownMain(args, engines, true)
    }
    const shelf = new EngineShelf(engines)
    const told = {
      say: (words: string) => void line(process.stderr, words),
      done: (app: Compiled) => void compiled.push(app),
    }
    for (const shop of wish.shops)
      try {
        await compile(shop, wish, shelf, told)
      } catch (error) {
        refused.push(refusedBy(error, shop))
      }
  } catch (error) {
    refused.push(refusedBy(error))
  }
  tell(how, compiled, refused)
  if (refused.length === 0) return 0
  return refused[0]?.code === 'usage' ? 2 : 1
}
