import type { OpenDemoWorlds } from './run'
import { runProgram } from './start/run-program'

/** Loaded only where demo worlds are offered. */
const openDemoWorlds: OpenDemoWorlds = async (settings) => {
  const { openTrainerWorlds } = await import('../mock-server/trainer-worlds/open-trainer-worlds')
  return openTrainerWorlds(settings)
}

void runProgram(async () => {
  const { run } = await import('./run')
  return { run: () => run(openDemoWorlds) }
})
