import Taro from '@tarojs/taro'
import { type OnPlaybackChange, type PlaybackState, SILENT, type SoundPlayer } from './playback-types'

interface Playing {
  url: string
  onChange: OnPlaybackChange
  audio: Taro.InnerAudioContext
}

let current: Playing | null = null

function end(final: PlaybackState) {
  const ended = current
  current = null
  ended?.audio.destroy()
  ended?.onChange(final)
}

function begin(url: string, onChange: OnPlaybackChange): Playing {
  // plays although an iPhone's mute switch is on, since the user asked for it
  Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined)
  const audio = Taro.createInnerAudioContext()
  const playing: Playing = { url, onChange, audio }
  const report = (state: PlaybackState['state']) => () => {
    if (current === playing) onChange({ state, at: audio.currentTime || 0 })
  }
  audio.onPlay(report('playing'))
  audio.onTimeUpdate(() => audio.paused || report('playing')())
  audio.onWaiting(report('loading'))
  audio.onPause(report('silent'))
  audio.onEnded(() => current === playing && end(SILENT))
  audio.onError(() => current === playing && end({ state: 'failed', at: 0 }))
  audio.src = url
  return playing
}

export const sound: SoundPlayer = {
  play(url, onChange) {
    if (current?.onChange !== onChange || current.url !== url) {
      end(SILENT)
      current = begin(url, onChange)
    }
    onChange({ state: 'loading', at: current.audio.currentTime || 0 })
    current.audio.play()
  },
  pause(onChange) {
    if (current?.onChange === onChange) current.audio.pause()
  },
}
