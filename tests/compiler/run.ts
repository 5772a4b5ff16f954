import { main } from '../../compiler/main'
import { smallEngine } from './small-engine'

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs the compiler in this process, on an engine that is only looked at. */
export async function run(args: string[], engine = smallEngine()): Promise<Ran> {
  const text = { out: '', err: '' }
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((part) => {
    text.out += part
    return true
  })
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((part) => {
    text.err += part
    return true
  })
  try {
    const code = await main(args, {
      ready: async () => engine,
      full: async () => engine,
      own: async () => main,
    })
    return { code, ...text }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

export const json = ({ out }: Ran) => JSON.parse(out) as { ok: boolean; code?: string; message?: string }
