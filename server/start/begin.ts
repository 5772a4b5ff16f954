import { nodeFault } from './node-version'

function fail(message: string) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/**
 * Runs a program of ours and tells a person what to put right when it cannot. Nothing that an old Node cannot load may
 * be loaded before its version is known, so the program is loaded here.
 */
export async function begin(load: () => Promise<{ run(): Promise<void> }>): Promise<void> {
  // what is written is its owner's alone
  process.umask(0o077)
  const fault = nodeFault(process.versions.node)
  if (fault !== undefined) return fail(fault)
  const [{ run }, { SetupError }] = await Promise.all([load(), import('../settings')])
  try {
    await run()
  } catch (error) {
    fail(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error))
  }
}
