import { type CSSProperties, createContext } from 'react'
import type { Trade } from '@/domain/trade'
import { artUri } from '@/ui/art/art'

/** The trade whose drawing the page around holds once, for all of its pictures; `null` where each brings its own. */
export const SharedArt = createContext<Trade | null>(null)

/** The style of an element in which pictures share a trade's drawing. */
export const sharedArtStyle = (trade: Trade): CSSProperties =>
  ({ '--art': `url("${artUri(trade)}")` }) as CSSProperties
