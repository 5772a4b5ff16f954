import { type OnPlaybackChange, type PlaybackState, SILENT, type SoundPlayer } from './sound-types'

interface Playing {
  url: string
  hear: OnPlaybackChange
  audio: HTMLAudioElement
}

let now: Playing | null = null

const tell = ({ hear, audio }: Playing, state: PlaybackState['state']) =>
  hear({ state, at: audio.currentTime })

/** Lets go of what is played; whoever listened is told how it ended. */
function end(heard: PlaybackState) {
  const ended = now
  now = null
  ended?.audio.pause()
  ended?.hear(heard)
}

function begin(url: string, hear: OnPlaybackChange): Playing {
  const audio = new Audio(url)
  const playing: Playing = { url, hear, audio }
  const when = (event: string, run: () => void) =>
    audio.addEventListener(event, () => now === playing && run())
  when('playing', () => tell(playing, 'playing'))
  when('timeupdate', () => audio.paused || tell(playing, 'playing'))
  when('waiting', () => tell(playing, 'loading'))
  when('pause', () => audio.ended || tell(playing, 'silent'))
  when('ended', () => end(SILENT))
  when('error', () => end({ state: 'failed', at: 0 }))
  return playing
}

/** A page that is left in any way falls silent. */
let watching = false
function watch() {
  if (watching) return
  watching = true
  window.addEventListener('pagehide', () => now?.audio.pause())
  document.addEventListener('visibilitychange', () => document.hidden && now?.audio.pause())
}

export const sound: SoundPlayer = {
  play(url, hear) {
    watch()
    if (now?.hear !== hear || now.url !== url) {
      end(SILENT)
      now = begin(url, hear)
    }
    const playing = now
    tell(playing, 'loading')
    playing.audio.play().catch(({ name }: Error) => {
      if (now !== playing) return
      // paused meanwhile, or a browser wants the tap itself: a second one does it
      if (name === 'AbortError' || name === 'NotAllowedError') return tell(playing, 'silent')
      end({ state: 'failed', at: 0 })
    })
  },
  pause(hear) {
    if (now?.hear === hear) now.audio.pause()
  },
}
