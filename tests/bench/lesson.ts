import { setTimeout as sleep } from 'node:timers/promises'
import { buildServer } from '../../scripts/build-server.mjs'
import { ApiClient } from '../support/api-client'
import { followBySocket } from '../support/classroom/board-follower'
import { openClassroom } from '../support/classroom/open-classroom'
import { joinClassroom } from '../support/classroom/scripted-learner'
import { startServer } from '../support/server-process'
import { cpuOf, memoryOf } from './server-usage'
import { exitAfter, median, printTable, rowOf } from './table'

const LEARNERS = 60
/** A learner answers a question in about this time, and reports as the app does, in ms. */
const PACE = { questionMs: 20_000, reportMs: 10_000, dropMs: 0 }
const SAMPLE_MS = 2000

/** Takes samples of the server's memory, in MB, until a promise is settled. */
async function sampleMemory(pid: number, until: Promise<unknown>): Promise<number> {
  const samples: number[] = []
  let isOver = false
  const end = until.finally(() => {
    isOver = true
  })
  while (!isOver) {
    samples.push(memoryOf(pid))
    await Promise.race([sleep(SAMPLE_MS), end])
  }
  await end
  return median(samples)
}

/** Lets a class work; returns the server's share of a core, and its memory in MB. */
async function teach(pid: number, origin: string, env: Record<string, string>, count: number) {
  const classroom = await openClassroom(origin, env)
  const { teacher, lessonId } = classroom
  const learners = await Promise.all(Array.from({ length: count }, () => joinClassroom(origin, classroom)))
  const followers = [teacher, ...learners.map(({ client }) => client)].map((client) =>
    followBySocket(client, lessonId),
  )
  await sleep(SAMPLE_MS)
  const [begun, cpu] = [performance.now(), cpuOf(pid)]
  const memory = await sampleMemory(
    pid,
    Promise.all(learners.map((learner, at) => learner.work({ ...PACE, raisesHand: at % 3 === 0 }))),
  )
  const share = (cpuOf(pid) - cpu) / (performance.now() - begun)
  for (const follower of followers) await follower.stop()
  return { share, memory }
}

/** Lets people open shops by themselves; returns the server's memory in MB. */
async function openAlone(pid: number, origin: string): Promise<number> {
  const open = async () => {
    const client = await ApiClient.signIn(origin)
    await client.send('GET', '/api/templates')
    await client.openShop([{ name: '核桃', price: 2500, stock: 20 }])
  }
  for (let i = 0; i < LEARNERS; i++) await open()
  return sampleMemory(pid, sleep(3 * SAMPLE_MS))
}

async function run() {
  await buildServer()
  const server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'error' })
  try {
    const { pid, origin, dataDir } = server
    const env = { DATA_DIR: dataDir }
    const without = await openAlone(pid, origin)
    const full = await teach(pid, origin, env, LEARNERS)
    const more = full.memory - without
    const cpu = `CPU of a lesson of ${LEARNERS} learners, of one core`
    return printTable('bench:lesson', [
      rowOf(cpu, `${(full.share * 100).toFixed(1)} %`, '≤ 5 %', full.share <= 0.05),
      rowOf(
        'memory beside as many who open shops without a lesson',
        `${more.toFixed(1)} MB`,
        '≤ 20 MB',
        more <= 20,
      ),
    ])
  } finally {
    await server.stop('SIGKILL')
  }
}

exitAfter(run())
