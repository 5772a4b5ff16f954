import Taro from '@tarojs/taro'
import { chimeWave } from './chime-wave'

/** WeChat plays sounds without a tap before them. */
export const armChime = (): (() => void) => () => undefined

let path: string | undefined

function wavePath(): string {
  if (path) return path
  const place = `${Taro.env.USER_DATA_PATH}/order-chime.wav`
  Taro.getFileSystemManager().writeFileSync(place, chimeWave())
  path = place
  return place
}

/** Plays a short sound; silent where the phone is muted or cannot play it. */
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
    // a full or forbidden storage: the badge and the words still say it
  }
}
