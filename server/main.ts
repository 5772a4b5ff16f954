import { nodeFault } from './start/node-version'

/** Nothing that an old Node cannot load may be loaded before its version is known. */
async function main() {
  const fault = nodeFault(process.versions.node)
  if (fault !== undefined) return fail(fault)
  const [{ run }, { SetupError }] = await Promise.all([import('./run'), import('./settings')])
  try {
    await run()
  } catch (error) {
    fail(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error))
  }
}

function fail(message: string) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

void main()
