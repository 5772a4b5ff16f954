import { View } from '@tarojs/components'
import { oldWords } from '@/locales/zh-CN/cached-shop'
import { aria } from '@/platform/a11y/aria'
import { CallButton } from './call-button'
import { CallNote } from './call-note'
import type { Old, StorefrontState } from './use-storefront'
import './old-note.scss'

interface OldNoteProps {
  state: Pick<StorefrontState, 'data' | 'old'>
  /** What it says; how old the prices are, unless told. */
  say?(old: Old, now: number): string
  /** A card among others, rather than from edge to edge. */
  inset?: boolean
}

/**
 * Above a shop that is shown as it was seen last: of when it is, and the phone, which needs no network. Its place is there
 * always, so that readers hear of it, and pages stand in the same order with it and without.
 */
export function OldNote({ state: { data, old }, say = oldWords.prices, inset = false }: OldNoteProps) {
  const phone = data?.shop.phone
  return (
    <View {...aria({ role: 'status' })}>
      {old && (
        <View className={`old-note ${inset ? 'old-note--inset' : ''}`}>
          <CallNote
            icon={old.code === 'offline' || old.code === 'timeout' ? 'offline' : 'warn'}
            text={say(old, Date.now())}
            call={
              phone && (
                <CallButton phone={phone} label={oldWords.callLabel(phone)}>
                  {oldWords.call(phone)}
                </CallButton>
              )
            }
          />
        </View>
      )}
    </View>
  )
}
