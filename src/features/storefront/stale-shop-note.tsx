import { View } from '@tarojs/components'
import { cachedShopWords } from '@/locales/storefront/cached-shop'
import { aria } from '@/platform/a11y/aria'
import { CallButton } from './call-button'
import { CallNote } from './call-note'
import type { Staleness, StorefrontState } from './use-storefront'
import './stale-shop-note.scss'

interface StaleShopNoteProps {
  state: Pick<StorefrontState, 'data' | 'stale'>
  /** The note's text; by default the age of the prices. */
  say?(stale: Staleness, now: number): string
  /** Renders a card instead of a full-width strip. */
  inset?: boolean
}

/**
 * A note above a cached shop: how old it is, and the phone number, which needs no network. The live region is always rendered, so
 * that screen readers announce the note and the element order does not change.
 */
export function StaleShopNote({
  state: { data, stale },
  say = cachedShopWords.prices,
  inset = false,
}: StaleShopNoteProps) {
  const phone = data?.shop.phone
  return (
    <View {...aria({ role: 'status' })}>
      {stale && (
        <View className={`old-note ${inset ? 'old-note--inset' : ''}`}>
          <CallNote
            icon={stale.code === 'offline' || stale.code === 'timeout' ? 'offline' : 'warn'}
            text={say(stale, Date.now())}
            call={
              phone && (
                <CallButton phone={phone} label={cachedShopWords.callLabel(phone)}>
                  {cachedShopWords.call(phone)}
                </CallButton>
              )
            }
          />
        </View>
      )}
    </View>
  )
}
