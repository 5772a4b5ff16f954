let context: AudioContext | undefined

/** Safari before 14.1 has only the prefixed name. */
const contextOf = () =>
  window.AudioContext ?? (window as { webkitAudioContext?: typeof AudioContext }).webkitAudioContext

function unlock() {
  const Context = contextOf()
  if (!Context) return
  context ??= new Context()
  if (context.state !== 'running') context.resume().catch(() => undefined)
}

/** Unlocks audio on user input, which browsers require; the returned function removes the listeners. */
export function armChime(): () => void {
  document.addEventListener('pointerdown', unlock)
  document.addEventListener('keydown', unlock)
  return () => {
    document.removeEventListener('pointerdown', unlock)
    document.removeEventListener('keydown', unlock)
  }
}

/** Pitches in Hz and start times in seconds from now. */
const TONES = [
  { pitch: 880, at: 0 },
  { pitch: 1175, at: 0.18 },
]
/** Duration of a tone in seconds. */
const LENGTH = 0.35

/** Plays a short sound; does nothing before the first user input. */
export function playChime() {
  if (context?.state !== 'running') return
  for (const { pitch, at } of TONES) {
    const start = context.currentTime + at
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0.2, start)
    volume.gain.exponentialRampToValueAtTime(0.001, start + LENGTH)
    tone.connect(volume)
    volume.connect(context.destination)
    tone.start(start)
    tone.stop(start + LENGTH)
  }
}
