import { type OnPlaybackChange, type PlaybackState, SILENT, type SoundPlayer } from './playback-types'

interface Playing {
  url: string
  onChange: OnPlaybackChange
  audio: HTMLAudioElement
}

let current: Playing | null = null

const report = ({ onChange, audio }: Playing, state: PlaybackState['state']) =>
  onChange({ state, at: audio.currentTime })

/** Ends the current playback and reports the final state to its listener. */
function end(final: PlaybackState) {
  const ended = current
  current = null
  ended?.audio.pause()
  ended?.onChange(final)
}

function begin(url: string, onChange: OnPlaybackChange): Playing {
  const audio = new Audio(url)
  const playing: Playing = { url, onChange, audio }
  const when = (event: string, run: () => void) =>
    audio.addEventListener(event, () => current === playing && run())
  when('playing', () => report(playing, 'playing'))
  when('timeupdate', () => audio.paused || report(playing, 'playing'))
  when('waiting', () => report(playing, 'loading'))
  when('pause', () => audio.ended || report(playing, 'silent'))
  when('ended', () => end(SILENT))
  when('error', () => end({ state: 'failed', at: 0 }))
  return playing
}

/** Pauses when the page is hidden or left. */
let isWatchingPage = false
function watchPage() {
  if (isWatchingPage) return
  isWatchingPage = true
  window.addEventListener('pagehide', () => current?.audio.pause())
  document.addEventListener('visibilitychange', () => document.hidden && current?.audio.pause())
}

export const sound: SoundPlayer = {
  play(url, onChange) {
    watchPage()
    if (current?.onChange !== onChange || current.url !== url) {
      end(SILENT)
      current = begin(url, onChange)
    }
    const playing = current
    report(playing, 'loading')
    playing.audio.play().catch(({ name }: Error) => {
      if (current !== playing) return
      // paused meanwhile, or the browser requires a direct user action: a second tap plays it
      if (name === 'AbortError' || name === 'NotAllowedError') return report(playing, 'silent')
      end({ state: 'failed', at: 0 })
    })
  },
  pause(onChange) {
    if (current?.onChange === onChange) current.audio.pause()
  },
}
