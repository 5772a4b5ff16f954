import { readMp3 } from '../../../../server/modules/voices/mp3'
import { createRecording } from '../../../support/voice-recording'

const id3v2 = (size: number) => {
  const head = Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1')
  head[8] = size >> 7
  head[9] = size & 127
  return Buffer.concat([head, Buffer.alloc(size, 'where it was spoken')])
}
const id3v1 = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 'a name')])
function ape(): Buffer {
  const foot = Buffer.alloc(32)
  foot.write('APETAGEX')
  foot.writeUInt32LE(32 + 40, 12)
  return Buffer.concat([Buffer.alloc(40, 'a phone'), foot])
}

const plain = createRecording(2000)
const whole = readMp3(plain)

test('readMp3 measures the length of a recording within a few frames', () => {
  for (const ms of process.env.KZ_LONG === '1' ? [300, 2000, 23_000] : [300, 2000]) {
    const sound = readMp3(createRecording(ms))
    expect(sound?.ms).toBeGreaterThanOrEqual(ms)
    expect(sound?.ms).toBeLessThan(ms + 4 * 36)
  }
})

test('readMp3 returns the same for its own output', () => {
  const again = readMp3(whole?.bytes ?? Buffer.alloc(0))
  expect(again).toEqual(whole)
})

test('readMp3 removes tags before and after the frames', () => {
  const tagged = Buffer.concat([id3v2(300), id3v2(20), plain, ape(), id3v1])
  expect(readMp3(tagged)).toEqual(whole)
})

test('readMp3 removes the info frame of the encoder', () => {
  const note = Buffer.from(whole?.bytes.subarray(0, 144) ?? [])
  note.fill(0, 4)
  note.write('Info', 4 + 9)
  expect(readMp3(Buffer.concat([note, whole?.bytes ?? note]))).toEqual(whole)
})

test('readMp3 drops a truncated last frame and trailing zeros', () => {
  const bytes = whole?.bytes ?? Buffer.alloc(0)
  const cut = readMp3(bytes.subarray(0, -50))
  expect(cut?.bytes).toEqual(bytes.subarray(0, -144))
  expect(readMp3(Buffer.concat([bytes, Buffer.alloc(500)]))).toEqual(whole)
})

describe('readMp3', () => {
  const bytes = whole?.bytes ?? Buffer.alloc(0)
  const holed = Buffer.concat([bytes.subarray(0, 1440), Buffer.from('<script>'), bytes.subarray(1440)])
  const changing = Buffer.from(bytes)
  // the fifth frame declares two channels
  changing[4 * 144 + 3] = 0
  const cases: [string, Buffer][] = [
    ['an empty file', Buffer.alloc(0)],
    ['text', Buffer.from('hello, this is no sound at all')],
    ['zeros', Buffer.alloc(5000)],
    ['all ones', Buffer.alloc(5000, 0xff)],
    ['a wave file', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt '), Buffer.alloc(5000, 7)])],
    ['a WebM', Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.alloc(5000, 7)])],
    ['two frames only', bytes.subarray(0, 288)],
    ['other bytes between frames', holed],
    ['other bytes after the frames', Buffer.concat([bytes, Buffer.from('PK\x03\x04 a zip')])],
    ['a change of channels', changing],
    ['a tag that is longer than the file', Buffer.concat([id3v2(9000).subarray(0, 10), bytes])],
    ['a tag alone', id3v2(300)],
  ]
  test.each(cases)('rejects %s', (_, one) => {
    expect(readMp3(one)).toBeUndefined()
  })
})
