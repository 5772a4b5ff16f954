import { readArguments, USAGE, type Wish } from './arguments'
import { type Compiled, compile } from './compile'
import { EngineShelf, type Engines } from './engine-shelf'
import { CompileFault } from './fault'
import { sizeTable } from './sizes'

const line = (stream: NodeJS.WriteStream, words: string) => stream.write(`${words}\n`)

interface Refused {
  shop?: string
  code: CompileFault['code']
  message: string
}

/** Throws what is no fault of a shop or of who asks. */
function refusedBy(error: unknown, shop?: string): Refused {
  if (!(error instanceof CompileFault)) throw error
  return { ...(shop === undefined ? {} : { shop }), code: error.code, message: error.message }
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
 * others. Machines read one line of JSON from the output.
 */
export async function main(args: string[], engines: Engines): Promise<number> {
  const how = { json: args.includes('--json') }
  const compiled: Compiled[] = []
  const refused: Refused[] = []
  try {
    const wish = readArguments(args)
    if (!wish) {
      line(process.stdout, USAGE)
      return 0
    }
    const shelf = new EngineShelf(engines)
    for (const shop of wish.shops)
      try {
        compiled.push(...(await compile(shop, wish, shelf, (words) => line(process.stderr, words))))
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
