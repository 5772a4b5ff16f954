import Taro from '@tarojs/taro'
import { chimeWave } from './chime-wave'

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
