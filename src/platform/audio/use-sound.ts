import { useEffect, useState } from 'react'
import { usePageVisibility } from '../lifecycle/use-page-visibility'
import { SILENT } from './playback-types'
import { sound } from './sound'

/** Plays a recording and pauses it when the page is left; `toggle` plays or pauses it. */
export function useSound(url: string) {
  // the setter is the same function in every render, so it also identifies this sound's listener
  const [playback, setPlayback] = useState(SILENT)
  const shown = usePageVisibility()
  // biome-ignore lint/correctness/useExhaustiveDependencies: pauses when the URL or the page's visibility changes
  useEffect(() => () => sound.pause(setPlayback), [url, shown])
  const isOn = playback.state === 'playing' || playback.state === 'loading'
  return { ...playback, toggle: () => (isOn ? sound.pause(setPlayback) : sound.play(url, setPlayback)) }
}
