import { failure, type Result } from '@/api/result'
import { sendOnce } from '@/api/send-once'
import type { Id } from '@/domain/id'

const done: Result<null> = { ok: true, data: null }
const lost: Result<null> = failure('offline')

/** Sends an action and returns its idempotency key. */
async function keyOf(name: string, reply: Result<null> | Promise<Result<null>>, topic?: string): Promise<Id> {
  const keys: Id[] = []
  const send = async (key: Id) => {
    keys.push(key)
    return reply
  }
  await sendOnce(name, send, topic)
  return keys[0] ?? ''
}

describe('sendOnce', () => {
  it('reuses the key after a lost reply and makes a new one after a definite reply', async () => {
    const first = await keyOf('pay', lost)
    expect(await keyOf('pay', done)).toBe(first)
    expect(await keyOf('pay', done)).not.toBe(first)
  })

  it('ends the keys of the other actions of a topic with a definite reply only', async () => {
    const [collect, other] = [await keyOf('a collect', lost, 'a '), await keyOf('b collect', lost, 'b ')]
    await keyOf('a undo', lost, 'a ')
    expect(await keyOf('a collect', lost, 'a ')).toBe(collect)
    await keyOf('a undo', done, 'a ')
    expect(await keyOf('a collect', lost, 'a ')).not.toBe(collect)
    expect(await keyOf('b collect', lost, 'b ')).toBe(other)
  })

  it('keeps the key of an action that is being sent', async () => {
    let answer: (reply: Result<null>) => void = () => undefined
    const reply = new Promise<Result<null>>((resolve) => {
      answer = resolve
    })
    const sending = keyOf('c collect', reply, 'c ')
    await keyOf('c undo', done, 'c ')
    answer(lost)
    const first = await sending
    expect(await keyOf('c collect', done, 'c ')).toBe(first)
  })
})
