import { checkNodeVersion } from './node-version'

function fail(message: string) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/**
 * Runs a program and prints what the operator has to correct when it fails. The Node version is checked before `load`,
 * because an old Node may fail to parse the program.
 */
export async function runProgram(load: () => Promise<{ run(): Promise<void> }>): Promise<void> {
  // files that the program writes are readable by this user only
  process.umask(0o077)
  const message = checkNodeVersion(process.versions.node)
  if (message !== undefined) return fail(message)
  const [{ run }, { SetupError }] = await Promise.all([load(), import('../setup-error')])
  try {
    await run()
  } catch (error) {
    fail(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error))
  }
}
