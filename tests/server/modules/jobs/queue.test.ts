import { ConcurrencyLimiter } from '../../../../server/modules/media/concurrency-limiter'
import { Queue } from '../../../../server/modules/media/queue'

/** Creates a task that records its start and runs until `release` is called. */
function createBlockedTask(started: string[], name: string) {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const task = async () => {
    started.push(name)
    await released
    return name
  }
  return { task, release }
}

const createTaskRunner =
  (queue: Queue, started: string[]) => (name: string, lane: string, signal?: AbortSignal) =>
    queue.run(
      async () => {
        started.push(name)
        return name
      },
      { lane, ...(signal ? { signal } : {}) },
    )

describe('Queue', () => {
  it('alternates between lanes', async () => {
    const started: string[] = []
    const queue = new Queue(10)
    const first = createBlockedTask(started, 'first')
    const running = queue.run(first.task, { lane: 'a' })
    const turn = createTaskRunner(queue, started)
    const others = [turn('a1', 'a'), turn('a2', 'a'), turn('a3', 'a'), turn('b1', 'b'), turn('b2', 'b')]
    first.release()
    await Promise.all([running, ...others])
    expect(started).toEqual(['first', 'b1', 'a1', 'b2', 'a2', 'a3'])
  })

  it('drops a task of the longest lane when it is full, and rejects another task of that lane', async () => {
    const started: string[] = []
    const queue = new Queue(3)
    const first = createBlockedTask(started, 'first')
    const running = queue.run(first.task)
    const turn = createTaskRunner(queue, started)
    const crowd = [turn('a1', 'a'), turn('a2', 'a'), turn('a3', 'a')]
    const settled = Promise.allSettled(crowd)
    await expect(turn('a4', 'a')).rejects.toMatchObject({ code: 'unavailable', details: { retryAfter: 3 } })
    const newcomer = turn('b1', 'b')
    first.release()
    await Promise.all([running, newcomer])
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(started).toEqual(['first', 'a1', 'b1', 'a2'])
  })

  it('drops a waiting task whose signal is aborted and continues after a failed task', async () => {
    const started: string[] = []
    const queue = new Queue(10)
    const first = createBlockedTask(started, 'first')
    const running = queue.run(async () => {
      await first.task()
      throw new Error('failed')
    })
    const turn = createTaskRunner(queue, started)
    const ends = new AbortController()
    const dropped = turn('a1', 'a', ends.signal)
    const next = turn('a2', 'a')
    ends.abort(new Error('gone'))
    await expect(dropped).rejects.toThrow('gone')
    first.release()
    await expect(running).rejects.toThrow('failed')
    await next
    expect(started).toEqual(['first', 'a2'])
    await expect(turn('a3', 'a', ends.signal)).rejects.toThrow('gone')
  })
})

describe('ConcurrencyLimiter', () => {
  const never = new AbortController().signal

  it('lets each caller run two tasks at once and starts the rest in order', async () => {
    const started: string[] = []
    const places = new ConcurrencyLimiter(2)
    const blocked = ['a1', 'a2', 'a3', 'a4'].map((name) => createBlockedTask(started, name))
    const [one, two, three, four] = blocked.map(({ task }) => places.run('a', never, task))
    const other = createBlockedTask(started, 'b1')
    const ofOther = places.run('b', never, other.task)
    await new Promise(setImmediate)
    expect(started).toEqual(['a1', 'a2', 'b1'])
    blocked[1]?.release()
    await two
    await new Promise(setImmediate)
    expect(started).toEqual(['a1', 'a2', 'b1', 'a3'])
    for (const { release } of [...blocked, other]) release()
    await Promise.all([one, three, four, ofOther])
    expect(started.at(-1)).toBe('a4')
  })

  it('removes a waiting task whose signal is aborted', async () => {
    const started: string[] = []
    const places = new ConcurrencyLimiter(1)
    const first = createBlockedTask(started, 'first')
    const running = places.run('a', never, first.task)
    const ends = new AbortController()
    const dropped = places.run('a', ends.signal, createBlockedTask(started, 'dropped').task)
    ends.abort(new Error('gone'))
    await expect(dropped).rejects.toThrow('gone')
    first.release()
    await running
    await places.run('a', never, async () => started.push('next'))
    expect(started).toEqual(['first', 'next'])
  })
})
