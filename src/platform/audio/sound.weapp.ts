import Taro from '@tarojs/taro'
import { type OnPlaybackChange, type PlaybackState, SILENT, type SoundPlayer } from './sound-types'

interface Playing {
  url: string
  hear: OnPlaybackChange
  audio: Taro.InnerAudioContext
}

let now: Playing | null = null

function end(heard: PlaybackState) {
  const ended = now
  now = null
  ended?.audio.destroy()
  ended?.hear(heard)
}

function begin(url: string, hear: OnPlaybackChange): Playing {
  // the switch at an iPhone's side is for calls; who taps wants to hear
  Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined)
  const audio = Taro.createInnerAudioContext()
  const playing: Playing = { url, hear, audio }
  const told = (state: PlaybackState['state']) => () => {
    if (now === playing) hear({ state, at: audio.currentTime || 0 })
  }
  audio.onPlay(told('playing'))
  audio.onTimeUpdate(() => audio.paused || told('playing')())
  audio.onWaiting(told('loading'))
  audio.onPause(told('silent'))
  audio.onEnded(() => now === playing && end(SILENT))
  audio.onError(() => now === playing && end({ state: 'failed', at: 0 }))
  audio.src = url
  return playing
}

export const sound: SoundPlayer = {
  play(url, hear) {
    if (now?.hear !== hear || now.url !== url) {
      end(SILENT)
      now = begin(url, hear)
    }
    hear({ state: 'loading', at: now.audio.currentTime || 0 })
    now.audio.play()
  },
  pause(hear) {
    if (now?.hear === hear) now.audio.pause()
  },
}
