import { type CSSProperties, createContext } from 'react'
import type { Trade } from '@/domain/shop/trade'
import { artUri } from '@/ui/art/art'

/** The trade whose drawing is set once on the page as `--art` for all of its pictures; `null` if there is none. */
export const SharedArt = createContext<Trade | null>(null)

/** The style of an element that provides a trade's drawing to its pictures. */
export const sharedArtStyle = (trade: Trade): CSSProperties =>
  ({ '--art': `url("${artUri(trade)}")` }) as CSSProperties
