import { readArguments, USAGE } from './arguments'
import { type Compiled, compile, type Engines } from './compile'
import { CompileFault } from './fault'
import { sizeTable } from './sizes'

const line = (stream: NodeJS.WriteStream, words: string) => stream.write(`${words}\n`)

function tell(compiled: readonly Compiled[]): void {
  for (const { target, sizes } of compiled) line(process.stdout, `${target}\n${sizeTable(sizes)}`)
}

/** Compiles what the arguments ask for; answers the exit code. Machines read one line of JSON from the output. */
export async function main(args: string[], engines: Engines): Promise<number> {
  const json = args.includes('--json')
  try {
    const wish = readArguments(args)
    if (!wish) {
      line(process.stdout, USAGE)
      return 0
    }
    const compiled = await compile(wish, engines, (words) => line(process.stderr, words))
    if (json) line(process.stdout, JSON.stringify({ ok: true, compiled }))
    else tell(compiled)
    return 0
  } catch (error) {
    if (!(error instanceof CompileFault)) throw error
    if (json) line(process.stdout, JSON.stringify({ ok: false, code: error.code, message: error.message }))
    else line(process.stderr, error.message)
    return error.code === 'usage' ? 2 : 1
  }
}
