import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { createFramePlayer } from './frame-player'
import type { PlayerFrameProps } from './player-frame-types'

/** True if the platform can show other sites in frames. */
export const canShowFrames: boolean = true

interface Size {
  width: number
  height: number
}

/** The size of the phone that a large screen shows, in px. */
const PHONE = { width: 390, height: 780 }

/** Windows up to this width are phones themselves: the frame fills its box. */
const NARROW = 700

/** The frame's size: the box itself on a phone, else that of a phone, scaled into the box. */
function styleFor(box: Size | undefined): CSSProperties {
  const shared: CSSProperties = { border: 0, background: '#ffffff', transformOrigin: '0 0' }
  if (!box || window.innerWidth < NARROW) return { ...shared, width: '100%', height: '100%' }
  const scale = Math.min(box.width / PHONE.width, box.height / PHONE.height)
  return { ...shared, ...PHONE, maxWidth: 'none', transform: `scale(${scale})` }
}

/** A phone's site in a frame that fills its box, with the player in it. */
export function PlayerFrame({ src, title, onPlayer }: PlayerFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [box, setBox] = useState<Size>()
  const latest = useRef(onPlayer)
  latest.current = onPlayer
  useEffect(() => {
    const player = createFramePlayer(() => frame.current?.contentWindow, new URL(src).origin)
    latest.current(player)
    return () => {
      player.close()
      latest.current(null)
    }
  }, [src])
  useEffect(() => {
    const around = frame.current?.parentElement
    if (!around) return
    const measure = () => setBox({ width: around.clientWidth, height: around.clientHeight })
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return <iframe ref={frame} src={src} title={title} style={styleFor(box)} />
}
