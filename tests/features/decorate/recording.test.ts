import { get } from 'idb-keyval'
import { MAX_VOICE_MS, VOICE_MS } from '@/domain/voice'
import { localVoices } from '@/platform/audio/voices'
import { readMp3 } from '../../../server/modules/voices/mp3'
import { giveMicrophone } from './microphone'

const mockKept = new Map<string, ArrayBuffer>()
jest.mock('idb-keyval', () => ({
  get: jest.fn(async (key: string) => mockKept.get(key)),
  set: jest.fn(async (key: string, bytes: ArrayBuffer) => void mockKept.set(key, bytes)),
  del: jest.fn(async (key: string) => void mockKept.delete(key)),
}))

beforeAll(() => {
  // jsdom's files have no bytes, and its window no addresses for them
  Blob.prototype.arrayBuffer ??= function (this: Blob) {
    return new Promise((resolve) => {
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result as ArrayBuffer)
      reader.readAsArrayBuffer(this)
    })
  }
  Object.assign(URL, { createObjectURL: () => 'blob:voice', revokeObjectURL: () => undefined })
})
beforeEach(() => mockKept.clear())

const soundOf = async (id: string) =>
  readMp3(Buffer.from((await get<ArrayBuffer>(`voice:${id}`)) ?? new ArrayBuffer(0)))

test('what was heard until it was stopped is kept as an MP3, and the microphone is let go', async () => {
  const microphone = giveMicrophone()
  const told: number[] = []
  const recording = await localVoices.record('a', (ms) => told.push(ms))
  expect(microphone.isOn()).toBe(true)
  microphone.hear(1000)
  microphone.hear(500)
  recording.stop()
  expect(await recording.done).toEqual({ ms: 1500 })
  expect(microphone.isOn()).toBe(false)
  expect(told).toEqual([1000, 1500])
  const sound = await soundOf('a')
  expect(sound?.ms).toBeGreaterThanOrEqual(1500)
  expect(sound?.ms).toBeLessThan(1700)
  // nothing comes after the end
  microphone.hear(500)
  recording.stop()
  expect((await soundOf('a'))?.ms).toBe(sound?.ms)
})

test('it ends by itself after a minute, which the server takes', async () => {
  const microphone = giveMicrophone()
  const recording = await localVoices.record('b', () => undefined)
  for (let second = 0; second < 61; second++) microphone.hear(1000)
  expect((await recording.done).ms).toBe(VOICE_MS)
  expect(microphone.isOn()).toBe(false)
  expect((await soundOf('b'))?.ms).toBeLessThanOrEqual(MAX_VOICE_MS)
  const bytes = await get<ArrayBuffer>('voice:b')
  expect(bytes?.byteLength).toBeLessThan(300 * 1024)
})

test('what was said is kept when another app takes the microphone', async () => {
  const microphone = giveMicrophone()
  const recording = await localVoices.record('c', () => undefined)
  microphone.hear(2000)
  microphone.take()
  expect(await recording.done).toEqual({ ms: 2000 })
  expect(await localVoices.source('c')).toBe('blob:voice')
})

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'none'],
  ['NotReadableError', 'busy'],
  ['TypeError', 'unable'],
])('%s is %s', async (name, trouble) => {
  giveMicrophone(name)
  await expect(localVoices.record('d', () => undefined)).rejects.toMatchObject({ trouble })
})

test('a page that is not secure has no microphone', async () => {
  giveMicrophone()
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true })
  await expect(localVoices.record('e', () => undefined)).rejects.toMatchObject({ trouble: 'unable' })
})
