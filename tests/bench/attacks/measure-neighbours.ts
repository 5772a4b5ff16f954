import { median, type Row, rowOf } from '../table'
import { type Neighbours, type NeighbourWorld, runNeighbourDay, startNeighbourWorld } from './neighbour'
import { type Flood, floods, signInStrangers, startFlood } from './neighbour-floods'
import type { Day } from './seller-day'

/** Days are measured in turns without a flood and during it, because the speed of a machine changes. */
const ROUNDS = 3
const DAYS_PER_ROUND = 3
/** Time in ms that a flood runs before the days are measured. */
const LEAD_MS = 2000
/** A neighbour's step takes at most this multiple of its time without a flood. */
const MAX_FACTOR = 2
/** A step of this time in ms is within the budget, as the speed of a machine changes by more. */
const UNNOTICED_MS = 50

async function measureDays(neighbours: Neighbours): Promise<Day[]> {
  const measured: Day[] = []
  for (let i = 0; i < DAYS_PER_ROUND; i++) measured.push(await runNeighbourDay(neighbours))
  return measured
}

function rowsOf(name: string, alone: readonly Day[], flooded: readonly Day[]): Row[] {
  const timesOf = (days: readonly Day[], step: string) => days.map((day) => day[step] ?? Number.NaN)
  return Object.keys(alone[0] ?? {}).map((step) => {
    const times = timesOf(flooded, step)
    const accepted = times.filter((ms) => !Number.isNaN(ms))
    const [before, during] = [median(timesOf(alone, step)), median(accepted)]
    return rowOf(
      `${name} next door: ${step}`,
      `${during.toFixed(0)} ms (alone ${before.toFixed(0)} ms), ${accepted.length} of ${times.length}`,
      `none refused, ≤ ${MAX_FACTOR} × or ${UNNOTICED_MS} ms`,
      accepted.length === times.length && during <= Math.max(before * MAX_FACTOR, UNNOTICED_MS),
    )
  })
}

/** Measures one flood on a server without counts of an earlier one. */
async function floodRows(world: NeighbourWorld, index: number): Promise<Row[]> {
  const [flood, neighbours] = [floods[index] as Flood, world.neighbours[index] as Neighbours]
  await world.server.stop()
  await world.server.restart()
  const tokens = await signInStrangers(world, flood.accounts)
  // excludes what the first day loads
  await runNeighbourDay(neighbours)
  const [alone, flooded]: [Day[], Day[]] = [[], []]
  const statuses: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(...(await measureDays(neighbours)))
    const stop = startFlood(flood, world, tokens)
    await new Promise((resolve) => setTimeout(resolve, LEAD_MS))
    flooded.push(...(await measureDays(neighbours)))
    statuses.push(await stop())
  }
  console.log(`${flood.name} next door: ${statuses.join('; ')}`)
  return rowsOf(flood.name, alone, flooded)
}

/** Measures what people at the address of a flood notice of it. */
export async function neighbourRows(env: Record<string, string>): Promise<Row[]> {
  const world = await startNeighbourWorld(floods.length, env)
  try {
    const rows: Row[] = []
    for (const index of floods.keys()) rows.push(...(await floodRows(world, index)))
    return rows
  } finally {
    await world.server.dispose()
  }
}
