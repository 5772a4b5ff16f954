import Taro from '@tarojs/taro'

/** Samples per second, one byte each. */
const RATE = 8000
const SECONDS = 0.5
/** Frequencies of the first and the second half, in Hz. */
const PITCHES = [880, 1175] as const
const HEADER = 44

/** Creates a WAV file of two short fading tones. */
export function chimeWave(): ArrayBuffer {
  const count = RATE * SECONDS
  const view = new DataView(new ArrayBuffer(HEADER + count))
  const text = (at: number, letters: string) => {
    for (let i = 0; i < letters.length; i++) view.setUint8(at + i, letters.charCodeAt(i))
  }
  text(0, 'RIFF')
  view.setUint32(4, HEADER - 8 + count, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE, true)
  view.setUint16(32, 1, true)
  view.setUint16(34, 8, true)
  text(36, 'data')
  view.setUint32(40, count, true)
  const half = count / 2
  for (let i = 0; i < count; i++) {
    const pitch = i < half ? PITCHES[0] : PITCHES[1]
    const fade = 1 - (i % half) / half
    view.setUint8(HEADER + i, 128 + Math.round(60 * fade * Math.sin((2 * Math.PI * pitch * i) / RATE)))
  }
  return view.buffer as ArrayBuffer
}

/** WeChat plays sounds without prior user input. */
export const armChime = (): (() => void) => () => undefined

let path: string | undefined

function wavePath(): string {
  if (path) return path
  const file = `${Taro.env.USER_DATA_PATH}/order-chime.wav`
  Taro.getFileSystemManager().writeFileSync(file, chimeWave())
  path = file
  return file
}

/** Plays a short sound; silent if the phone is muted or cannot play it. */
export function playChime() {
  try {
    const src = wavePath()
    Taro.setInnerAudioOption({ obeyMuteSwitch: true }).catch(() => undefined)
    const audio = Taro.createInnerAudioContext()
    audio.onEnded(() => audio.destroy())
    audio.onError(() => audio.destroy())
    audio.src = src
    audio.play()
  } catch {
    // storage is full or forbidden; the badge and the text still announce the order
  }
}
