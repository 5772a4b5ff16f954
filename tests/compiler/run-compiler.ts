import { main } from '../../compiler/main'
import { createSmallEngine } from './small-engine'

export interface CompilerResult {
  code: number
  out: string
  err: string
}

/** Runs the compiler in this process with a minimal engine. */
export async function runCompiler(args: string[], engine = createSmallEngine()): Promise<CompilerResult> {
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
      buildShared: async () => engine,
      buildWithSections: async () => engine,
      loadCustomCompiler: async () => main,
    })
    return { code, ...text }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

export const parseOutput = ({ out }: CompilerResult) =>
  JSON.parse(out) as { ok: boolean; code?: string; message?: string }
