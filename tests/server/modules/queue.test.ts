import { Places } from '../../../server/modules/media/places'
import { Queue } from '../../../server/modules/media/queue'

/** A task that runs until it is let go, and notes that it has started. */
function heldTask(started: string[], name: string) {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const task = async () => {
    started.push(name)
    await held
    return name
  }
  return { task, letGo }
}

const turnsOf = (queue: Queue, started: string[]) => (name: string, lane: string, ends?: AbortSignal) =>
  queue.run(
    async () => {
      started.push(name)
      return name
    },
    { lane, ...(ends ? { ends } : {}) },
  )

describe('Queue', () => {
  it('lets the lanes take turns', async () => {
    const started: string[] = []
    const queue = new Queue(10)
    const first = heldTask(started, 'first')
    const running = queue.run(first.task, { lane: 'a' })
    const turn = turnsOf(queue, started)
    const others = [turn('a1', 'a'), turn('a2', 'a'), turn('a3', 'a'), turn('b1', 'b'), turn('b2', 'b')]
    first.letGo()
    await Promise.all([running, ...others])
    expect(started).toEqual(['first', 'a1', 'b1', 'a2', 'b2', 'a3'])
  })

  it('takes a place from the longest lane when it is full, and refuses one more of that lane', async () => {
    const started: string[] = []
    const queue = new Queue(3)
    const first = heldTask(started, 'first')
    const running = queue.run(first.task)
    const turn = turnsOf(queue, started)
    const crowd = [turn('a1', 'a'), turn('a2', 'a'), turn('a3', 'a')]
    const settled = Promise.allSettled(crowd)
    await expect(turn('a4', 'a')).rejects.toMatchObject({ code: 'unavailable', facts: { retryAfter: 3 } })
    const newcomer = turn('b1', 'b')
    first.letGo()
    await Promise.all([running, newcomer])
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(started).toEqual(['first', 'a1', 'b1', 'a2'])
  })

  it('drops a waiting task whose signal is aborted and goes on after a task that fails', async () => {
    const started: string[] = []
    const queue = new Queue(10)
    const first = heldTask(started, 'first')
    const running = queue.run(async () => {
      await first.task()
      throw new Error('failed')
    })
    const turn = turnsOf(queue, started)
    const ends = new AbortController()
    const dropped = turn('a1', 'a', ends.signal)
    const next = turn('a2', 'a')
    ends.abort(new Error('gone'))
    await expect(dropped).rejects.toThrow('gone')
    first.letGo()
    await expect(running).rejects.toThrow('failed')
    await next
    expect(started).toEqual(['first', 'a2'])
    await expect(turn('a3', 'a', ends.signal)).rejects.toThrow('gone')
  })
})

describe('Places', () => {
  const never = new AbortController().signal

  it('lets each caller do two things at once and hands a place on in order', async () => {
    const started: string[] = []
    const places = new Places(2)
    const held = ['a1', 'a2', 'a3', 'a4'].map((name) => heldTask(started, name))
    const [one, two, three, four] = held.map(({ task }) => places.within('a', never, task))
    const other = heldTask(started, 'b1')
    const ofOther = places.within('b', never, other.task)
    await new Promise(setImmediate)
    expect(started).toEqual(['a1', 'a2', 'b1'])
    held[1]?.letGo()
    await two
    await new Promise(setImmediate)
    expect(started).toEqual(['a1', 'a2', 'b1', 'a3'])
    for (const { letGo } of [...held, other]) letGo()
    await Promise.all([one, three, four, ofOther])
    expect(started.at(-1)).toBe('a4')
  })

  it('takes out of the line whoever stops waiting', async () => {
    const started: string[] = []
    const places = new Places(1)
    const first = heldTask(started, 'first')
    const running = places.within('a', never, first.task)
    const ends = new AbortController()
    const dropped = places.within('a', ends.signal, heldTask(started, 'dropped').task)
    ends.abort(new Error('gone'))
    await expect(dropped).rejects.toThrow('gone')
    first.letGo()
    await running
    await places.within('a', never, async () => started.push('next'))
    expect(started).toEqual(['first', 'next'])
  })
})
